package dev.glimprouter.eval.study;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.RunData;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.Environment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a study might have seen, put together by hand. */
final class MadeUpStudy {

    final List<StudyEntry> entries = new ArrayList<>();
    StudyRules rules = new StudyRules(10, 1, true, Optional.of(Writer.SMALL));

    static Grade grade(boolean right) {
        return right ? Grade.right("4", "It is 4.") : Grade.wrong("5", "It is not 4.");
    }

    static Fork fork(Fork.Side side, int step, Grade small, Grade large) {
        return new Fork(step, side, side == Fork.Side.HIGH ? 2 : 0.1, small, large);
    }

    /** A step of which H_init alone, or H_init and BLEU-4, matter. */
    static StudiedStep step(int index, String text, double hInit, OptionalDouble bleu) {
        StepVersion version = new StepVersion(text, 3, Ending.BLANK_LINE);
        return new StudiedStep(
                index,
                text.replaceFirst("(?s)(?<=\\w)\\W.*", ""),
                OptionalDouble.of(hInit),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Writer.SMALL,
                version,
                version,
                bleu,
                OptionalDouble.empty());
    }

    MadeUpStudy question(List<StudiedStep> steps, Fork... forks) {
        entries.add(
                new StudyEntry(
                        "q" + entries.size(),
                        "ef".repeat(32),
                        1,
                        Optional.of(grade(entries.size() % 2 == 0)),
                        Optional.empty(),
                        steps.size(),
                        steps,
                        List.of(forks)));
        return this;
    }

    StudyFile file() {
        return new StudyFile(header(), entries);
    }

    StudyHeader header() {
        EngineInfo small = new EngineInfo("scripted", "1", "tiny", 64, 4096, 0);
        EngineInfo large = new EngineInfo("scripted", "1", "huge", 64, 4096, 0);
        RunHeader run =
                new RunHeader(
                        RunHeader.VERSION,
                        OffsetDateTime.parse("2026-11-28T19:30:00+01:00"),
                        new Environment("0.1.0", "25", "Linux 6.12", "amd64", 2),
                        new RunData(
                                "sums",
                                "ab".repeat(32),
                                Task.MATHS,
                                Selection.ALL,
                                Math.max(1, entries.size()),
                                "cd".repeat(32),
                                true,
                                List.of()),
                        new Prompting("Be brief.", ""),
                        "code off",
                        "small-steps",
                        RouterConfig.DEFAULT.withSeed(7),
                        1,
                        Map.of(Writer.SMALL, small, Writer.LARGE, large));
        return new StudyHeader(StudyHeader.VERSION, run, rules);
    }
}
