package dev.glimprouter.openai.internal.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes every listed token stand in its list once.
 *
 * <p>The same id is the same token, whatever its value. The same bytes or text are the same token
 * only with the same value: several tokens look alike where the server shows no ids, such as halves
 * of characters, and each of them has its own probability.
 */
final class CandidateList {

    private CandidateList() {}

    static List<Candidate> of(List<Candidate> listed) {
        Set<Object> seen = new HashSet<>();
        List<Candidate> once = new ArrayList<>(listed.size());
        for (Candidate candidate : listed) {
            Object identity =
                    switch (candidate.key()) {
                        case TokenKey.Id id -> id;
                        case TokenKey.Bytes _, TokenKey.Text _ -> candidate;
                    };
            if (seen.add(identity)) {
                once.add(candidate);
            }
        }
        return once;
    }
}
