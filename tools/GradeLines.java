import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Graders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Grades lines: reads a right answer, a tab and a text from each line of standard input, and writes
 * the mark, a tab and the reason.
 *
 * <p>Run it with the libraries of the command line: {@code java -cp 'glimprouter-cli/target/lib/*'
 * tools/GradeLines.java}.
 */
final class GradeLines {

    private GradeLines() {}

    public static void main(String[] args) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int tab = line.indexOf('\t');
            Gold gold = new Gold.Expression(line.substring(0, tab));
            Grade grade = Graders.of(gold).grade(line.substring(tab + 1));
            out.append(grade.mark()).append('\t').append(grade.reason()).append('\n');
        }
        System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
