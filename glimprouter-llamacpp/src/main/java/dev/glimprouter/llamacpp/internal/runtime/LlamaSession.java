package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.RequestException;

import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/** A text of a model, its tokens, and the sequence that holds their keys and values. */
final class LlamaSession implements TokenSession {

    private final LoadedModel model;
    private final Tokenizer tokenizer;
    private final Capacity capacity;
    private final ReentrantLock lock;
    private final Sequence sequence;
    private final boolean branch;
    private final int head;
    private final IntList text;
    private int known;
    private @Nullable GenerateJob last;
    private @Nullable PrefillJob ahead;
    private boolean closed;

    LlamaSession(
            LoadedModel model,
            Tokenizer tokenizer,
            Capacity capacity,
            Sequence sequence,
            IntList text,
            int head,
            boolean branch) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.capacity = capacity;
        this.lock = model.pool().lock();
        this.sequence = sequence;
        this.text = text;
        this.head = head;
        this.branch = branch;
    }

    @Override
    public void append(String more) {
        lock.lock();
        try {
            requireOpen();
            GenerateJob mine = last;
            endJobs();
            if (more.isEmpty()) {
                return;
            }
            Seam seam = new Seam(tokenizer, text, head);
            if (mine != null && mine.given() == text.size() && seam.adopt(mine, more)) {
                known = Math.max(known, text.size());
            } else {
                known = Math.min(known, seam.join(more));
            }
            last = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void append(int[] ids) {
        lock.lock();
        try {
            requireOpen();
            for (int id : ids) {
                requireToken(id);
            }
            endJobs();
            last = null;
            text.addAll(ids);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TokenStream generate(Generation request) {
        lock.lock();
        try {
            requireOpen();
            endJobs();
            int limit = Math.min(request.maxTokens(), roomNow());
            if (limit < 1) {
                throw new RequestException(
                        "The context of %d tokens is full: shorten the question or raise --context."
                                .formatted(capacity.sessionTokens()));
            }
            GenerateJob job =
                    new GenerateJob(
                            sequence, text.copy(), known, request, limit, tokenizer, model, lock);
            known = text.size();
            last = job;
            model.submit(job);
            return job;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void prefill() {
        lock.lock();
        try {
            if (!closed && (last == null || last.isOver()) && text.size() > known) {
                endAhead();
                ahead = new PrefillJob(sequence, text.copy(), known);
                model.submit(ahead);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TokenSession branch() {
        lock.lock();
        try {
            requireOpen();
            return new LlamaSession(
                    model,
                    tokenizer,
                    capacity,
                    model.pool().takeForBranch(text),
                    text.copy(),
                    head,
                    true);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalInt room() {
        lock.lock();
        try {
            return OptionalInt.of(Math.max(0, roomNow()));
        } finally {
            lock.unlock();
        }
    }

    private int roomNow() {
        return capacity.sessionTokens() - text.size();
    }

    @Override
    public int[] tokens() {
        lock.lock();
        try {
            return text.toArray();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Verification verify(int[] draft) {
        VerifyJob job;
        lock.lock();
        try {
            requireOpen();
            for (int id : draft) {
                requireToken(id);
            }
            if (draft.length > roomNow()) {
                throw new RequestException("The draft does not fit the context.");
            }
            endJobs();
            last = null;
            job = new VerifyJob(sequence, text.copy(), known, draft, lock);
            known = text.size();
            model.submit(job);
        } finally {
            lock.unlock();
        }
        return new Verification(job.await());
    }

    @Override
    public void truncate(int length) {
        lock.lock();
        try {
            requireOpen();
            if (length < head || length > text.size()) {
                throw new IllegalArgumentException(
                        "length must be %d to %d: %d".formatted(head, text.size(), length));
            }
            endJobs();
            last = null;
            text.cut(length);
            known = Math.min(known, length);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                endJobs();
                closed = true;
                model.pool().giveBack(sequence, branch);
            }
        } finally {
            lock.unlock();
        }
    }

    private void endJobs() {
        if (last != null) {
            last.close();
        }
        endAhead();
    }

    private void endAhead() {
        if (ahead != null) {
            ahead.cancel();
            ahead = null;
        }
    }

    private void requireToken(int id) {
        if (id < 0 || id >= tokenizer.vocabulary().size()) {
            throw new IllegalArgumentException(
                    "token %d is not in the vocabulary of %d"
                            .formatted(id, tokenizer.vocabulary().size()));
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }
}
