package dev.glimprouter.openai.internal.replica;

import java.net.URI;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a problem likes the replicas: by a hash of both, the highest first.
 *
 * <p>Rendezvous, or highest random weight, hashing (Thaler and Ravishankar, IEEE/ACM Transactions
 * on Networking 6(1), 1998). Each pair is weighed alone, so a replica that leaves moves only its
 * own problems, each to its second choice, and they come back with it. Replicas are known by their
 * addresses as written: the order in which they are listed does not matter.
 *
 * @param replicas base URLs
 */
record Rendezvous(List<URI> replicas) {

    /** Copies the list. */
    Rendezvous {
        replicas = List.copyOf(replicas);
    }

    /** All replicas, the problem's favourite first; the same in every process. */
    List<URI> order(ProblemKey problem) {
        return replicas.stream()
                .map(replica -> Weighed.of(problem, replica))
                .sorted(Weighed.HEAVIEST_FIRST)
                .map(Weighed::replica)
                .toList();
    }

    /** A replica with its weight, an unsigned number, for one problem. */
    private record Weighed(URI replica, long weight) {

        static final Comparator<Weighed> HEAVIEST_FIRST =
                Comparator.comparing(Weighed::weight, Long::compareUnsigned)
                        .reversed()
                        .thenComparing(Weighed::replica);

        static Weighed of(ProblemKey problem, URI replica) {
            return new Weighed(replica, TextHash.of(problem.hex(), replica.toString()));
        }
    }
}
