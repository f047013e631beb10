package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.engine.TokenTable;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/** A text of a model, its tokens, and the sequence that holds their keys and values. */
final class LlamaSession implements TokenSession {

    private final LoadedModel model;
    private final Tokenizer tokenizer;
    private final HeadRenderer heads;
    private final Capacity capacity;
    private final ReentrantLock lock;
    private final Sequence sequence;
    private final boolean branch;
    private final int head;
    private final Text text;
    private @Nullable GenerateJob last;
    private @Nullable Job other;
    private boolean closed;

    /**
     * A session or a branch.
     *
     * @param head how many of the tokens nothing may change
     */
    LlamaSession(
            LoadedModel model,
            Tokenizer tokenizer,
            HeadRenderer heads,
            Capacity capacity,
            Sequence sequence,
            Text text,
            int head,
            boolean branch) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.heads = heads;
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
            if (mine == null || !seam.adopt(mine, more)) {
                seam.join(more);
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
            requireTokens(ids);
            endJobs();
            last = null;
            text.addForeign(ids);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ask(Aside aside) {
        append(heads.turn(aside, tokenizer));
    }

    @Override
    public void adopt(int[] ids) {
        lock.lock();
        try {
            requireOpen();
            requireTokens(ids);
            endJobs();
            last = null;
            IntList longer = text.tokens().copy();
            longer.addAll(ids);
            int evaluated = sequence.cache().commonPrefix(longer) - text.size();
            text.addOwn(Math.max(0, evaluated), ids);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TokenTable table() {
        return tokenizer;
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
            GenerateJob job = new GenerateJob(sequence, text, request, limit, tokenizer, model);
            last = job;
            model.submit(job);
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** What is beyond the text is read as the beginning of a text of its own, at its own cost. */
    @Override
    public Hint prefill(String beyond) {
        lock.lock();
        try {
            boolean idle = last == null || last.isOver();
            if (!isOpen() || !idle || roomNow() < 0) {
                return Hint.NONE;
            }
            return beyond.isEmpty() ? prefillText() : prefillBeyond(tokenizer.text(beyond));
        } finally {
            lock.unlock();
        }
    }

    private Hint prefillText() {
        if (text.hasUnread()) {
            submit(new PrefillJob(sequence, text, lock));
        }
        return Hint.NONE;
    }

    private Hint prefillBeyond(int[] more) {
        if (more.length > roomNow()) {
            return Hint.NONE;
        }
        Text longer = text.branch();
        longer.addForeign(more);
        submit(new PrefillJob(sequence, longer, lock));
        return () -> cost(longer);
    }

    private void submit(PrefillJob job) {
        endOther();
        other = job;
        model.submit(job);
    }

    private StreamCost cost(Text hinted) {
        lock.lock();
        try {
            return hinted.unreported().promptCost();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TokenSession branch() {
        lock.lock();
        try {
            requireOpen();
            Sequence side = model.pool().takeForBranch(text.tokens());
            return new LlamaSession(
                    model, tokenizer, heads, capacity, side, text.branch(), head, true);
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
            return text.tokens().toArray();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Verification verify(int[] draft, int from, Cancellation until) {
        Objects.checkIndex(from, draft.length + 1);
        if (until.isCancelled()) {
            throw VerifyJob.cancelled();
        }
        VerifyJob job;
        lock.lock();
        try {
            requireOpen();
            requireTokens(draft);
            if (draft.length > roomNow()) {
                throw new RequestException(
                        "The draft of %d tokens does not fit the %d that are left of the context."
                                .formatted(draft.length, Math.max(0, roomNow())));
            }
            endJobs();
            last = null;
            job = new VerifyJob(sequence, text, draft, from, model);
            other = job;
            model.submit(job);
        } finally {
            lock.unlock();
        }
        return job.await(until);
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
                model.over();
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
        endOther();
    }

    /** What is in flight is evaluated to its end, for the job that comes next. */
    private void endOther() {
        if (other != null) {
            other.cancel();
            other = null;
        }
    }

    private void requireTokens(int[] ids) {
        int size = tokenizer.vocabulary().size();
        for (int id : ids) {
            if (id < 0 || id >= size) {
                throw new IllegalArgumentException(
                        "token %d is not in the vocabulary of %d".formatted(id, size));
            }
        }
    }

    private boolean isOpen() {
        return !closed && !model.isClosed();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException(
                    closed ? "the session is closed" : "the engine is closed");
        }
    }
}
