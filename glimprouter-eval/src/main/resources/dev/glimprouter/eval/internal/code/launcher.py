"""Runs one program on one test behind limits.

Started with one argument, an object in JSON:
  source, input   files with the program and its standard input
  root            an empty folder to build the program's world in; absent: limits of processes only
  function        method of class Solution to call; absent: run as a script
  user            id to run as; absent: stay who we are
  wall, cpu, memory, processes, files   the limits, in seconds, seconds, bytes, count, bytes
What the program writes goes to standard output. At the end one line of JSON goes to standard error:
how it ended, and the end of what it wrote to its own standard error.
"""
import ctypes
import json
import os
import resource
import signal
import sys
import time
import traceback

MS_NOSUID, MS_NODEV, MS_BIND, MS_REC = 2, 4, 4096, 16384
MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE, READ_ONLY = 442, -100, 0x8000, 1
PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 4, 24, 36, 38
CAPABILITY_VERSION_3 = 0x20080522
CAPABILITIES = 64
SAID_BYTES = 600
ERROR_MARK = "\x1eerror "

libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def check(result, what):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, "%s: %s" % (what, os.strerror(number)))


def mount(source, target, kind, flags, data=None):
    encoded = [text.encode() if text is not None else None for text in (source, target, kind, data)]
    result = libc.mount(encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3])
    check(result, "mount " + target)


def make_read_only(path):
    class Attributes(ctypes.Structure):
        _fields_ = [(name, ctypes.c_uint64) for name in ("set", "clear", "propagation", "userns")]

    attributes = Attributes(READ_ONLY, 0, 0, 0)
    result = libc.syscall(MOUNT_SETATTR, AT_FDCWD, path.encode(), AT_RECURSIVE,
                          ctypes.byref(attributes), ctypes.sizeof(attributes))
    check(result, "read-only " + path)


def places():
    """What Python needs to run, each once."""
    wanted = ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/zero",
              "/dev/urandom", "/dev/random", sys.base_prefix, sys.prefix]
    kept = []
    for path in wanted:
        inside = any(path == other or path.startswith(other + "/") for other in kept)
        if os.path.lexists(path) and not inside:
            kept.append(path)
    return kept


def build_world(root, file_bytes):
    """A root of its own: Python's files, read-only, and an empty folder in memory as /tmp."""
    mount("tmpfs", root, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=1m")
    for path in places():
        inner = root + path
        os.makedirs(os.path.dirname(inner), exist_ok=True)
        if os.path.islink(path):
            os.symlink(os.readlink(path), inner)
            continue
        if os.path.isdir(path):
            os.makedirs(inner, exist_ok=True)
        else:
            open(inner, "w").close()
        mount(path, inner, None, MS_BIND | MS_REC)
    os.makedirs(root + "/tmp", exist_ok=True)
    make_read_only(root)
    mount("tmpfs", root + "/tmp", "tmpfs", MS_NOSUID | MS_NODEV,
          "mode=1777,nr_inodes=4096,size=%d" % (file_bytes + 65536))
    os.chroot(root)
    os.chdir("/tmp")


def give_up_rights(user):
    """After this no program started from here can have more rights than an unknown user."""
    if libc is None:
        return
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
    for capability in range(CAPABILITIES):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    if user is not None:
        os.setresuid(user, user, user)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    check(libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")
    check(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new privileges")


def limit(request):
    def both(name, value):
        most = resource.getrlimit(name)[1]
        value = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(name, (value, value))

    resource.setrlimit(resource.RLIMIT_CPU, (request["cpu"], request["cpu"] + 1))
    both(resource.RLIMIT_AS, request["memory"])
    both(resource.RLIMIT_FSIZE, request["files"])
    both(resource.RLIMIT_NOFILE, 64)
    both(resource.RLIMIT_CORE, 0)
    both(resource.RLIMIT_STACK, 64 << 20)
    # Without a user id or user namespace of its own, the limit would count the user's other processes.
    if "root" in request:
        others = 0 if "user" in request else 2  # this process and unshare
        both(resource.RLIMIT_NPROC, request["processes"] + others)


def usual_names():
    """What solutions use without importing it, because the sites that they are written for do."""
    import bisect, collections, copy, datetime, functools, heapq, io, itertools, math, operator, random
    import re, statistics, string, typing
    modules = [string, re, datetime, collections, heapq, bisect, copy, math, random, statistics,
               itertools, functools, operator, io, json, typing]
    names = {}
    for module in modules:
        for name in getattr(module, "__all__", None) or vars(module):
            if not name.startswith("_"):
                names[name] = getattr(module, name)
    builtin = vars(sys.modules["builtins"])
    names = {name: value for name, value in names.items() if name not in builtin}
    names.update((module.__name__, module) for module in modules + [os, sys, time])
    return names


def run(source, request):
    usual = usual_names()
    names = dict(usual)
    sys.setrecursionlimit(50000)
    function = request.get("function")
    names["__name__"] = "__main__" if function is None else "solution"
    result_to = os.dup(1) if function is not None else None
    if function is not None:
        os.dup2(2, 1)
    names.update({"__builtins__": __builtins__, "__file__": "solution.py"})
    exec(compile(source, "solution.py", "exec"), names)
    if function is None:
        return
    arguments = [json.loads(line) for line in sys.stdin.read().split("\n") if line.strip()]
    if "Solution" in names:
        call = getattr(names["Solution"](), function)
    elif names.get(function) is not usual.get(function):
        call = names[function]
    else:
        raise NameError(function)
    result = json.dumps(call(*arguments)).encode()
    while result:
        result = result[os.write(result_to, result):]


def be_the_program(source, stdin, stderr, request):
    os.setsid()
    os.dup2(stdin, 0)
    os.dup2(stderr, 2)
    os.closerange(3, 256)
    sys.stdin = open(0, encoding="utf-8", errors="replace", closefd=False)
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        signal.signal(sign, signal.SIG_DFL)
    limit(request)
    give_up_rights(request.get("user"))
    # Leaving by the usual way waits for the program's threads and flushes its output.
    try:
        run(source, request)
        return 0
    except SystemExit:
        return 0
    except BaseException as error:
        traceback.print_exc()
        sys.stderr.flush()
        os.write(2, ("\n" + ERROR_MARK + type(error).__name__ + "\n").encode())
        return 1


def kill_rest(child):
    """Everything that the program left: all others of a namespace of ours, else all descendants."""
    if os.getpid() == 1:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass
    else:
        try:
            os.killpg(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        for _ in range(1000):
            orphans = children(os.getpid())
            if not orphans:
                break
            for orphan in orphans:
                try:
                    os.kill(orphan, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            reap()
            time.sleep(0.001)
    reap()


def children(parent):
    try:
        with open("/proc/self/task/%d/children" % parent) as listed:
            return [int(pid) for pid in listed.read().split()]
    except OSError:
        return []


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def watch(child, wall):
    """How the program ended; it is killed when its time is over."""
    late = []

    def ring(*_):
        late.append(True)
        os.kill(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, wall)
    _, status = os.waitpid(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    if late:
        return {"ended": "time"}
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return {"ended": "time" if number == signal.SIGXCPU else "signal", "code": number}
    return {"ended": "exit", "code": os.WEXITSTATUS(status)}


def tail(file):
    size = os.lseek(file, 0, os.SEEK_END)
    os.lseek(file, max(0, size - SAID_BYTES), os.SEEK_SET)
    return os.read(file, SAID_BYTES).decode("utf-8", "replace")


def prepare(request):
    with open(request["source"], "rb") as file:
        source = file.read()
    stdin = os.open(request["input"], os.O_RDONLY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if libc is not None:
        libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    if "root" in request:
        build_world(request["root"], request["files"])
    said = os.open(".said", os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    os.unlink(".said")
    return source, stdin, said


def main():
    request = json.loads(sys.argv[1])
    try:
        source, stdin, said = prepare(request)
    except OSError as problem:
        os.write(2, json.dumps({"ended": "refused", "said": str(problem)}).encode() + b"\n")
        return 1
    child = os.fork()
    if child == 0:
        return be_the_program(source, stdin, said, request)
    os.close(1)
    report = watch(child, request["wall"])
    kill_rest(child)
    report["said"] = tail(said)
    os.write(2, json.dumps(report).encode() + b"\n")
    os._exit(0)


sys.exit(main())
