package dev.glimprouter.gateway.internal.access;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.time.Time;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the owners of keys have used. Rates hold for this process; spent tokens outlive it where
 * there is a ledger. Thread safe.
 */
public final class Accounts {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Optional<Ledger> ledger;
    private final Time time;
    private final Consumer<SetupException> broken;

    /**
     * Accounts that go on from what the ledger says.
     *
     * @param broken hears of it if the ledger cannot be written
     */
    public Accounts(Optional<Ledger> ledger, Time time, Consumer<SetupException> broken) {
        this.ledger = ledger;
        this.time = time;
        this.broken = broken;
        ledger.map(Ledger::spent)
                .orElse(Map.of())
                .forEach((owner, tokens) -> accounts.put(owner, new Account(tokens)));
    }

    /**
     * Takes a request in.
     *
     * @param used tells at its end how many tokens it took
     * @throws Refusal if the allowance is used up
     */
    public Stay enter(String owner, Allowance allowance, LongSupplier used) {
        Account account = accounts.computeIfAbsent(owner, _ -> new Account(0));
        account.enter(allowance, time.nanos());
        return () -> leave(owner, account, used.getAsLong());
    }

    private void leave(String owner, Account account, long tokens) {
        account.leave(tokens, time.nanos());
        if (tokens > 0) {
            ledger.ifPresent(file -> write(file, owner, tokens));
        }
    }

    private void write(Ledger file, String owner, long tokens) {
        try {
            file.spend(owner, tokens);
        } catch (SetupException full) {
            broken.accept(full);
        }
    }

    /** The time of one request here. */
    @FunctionalInterface
    public interface Stay extends AutoCloseable {
        /** Ends it. */
        @Override
        void close();
    }
}
