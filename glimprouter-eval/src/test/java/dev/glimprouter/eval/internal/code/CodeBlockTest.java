package dev.glimprouter.eval.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeBlockTest {

    @Test
    void takesTheLastClosedBlock() {
        assertThat(CodeBlock.last("a\n```python\nx = 1\n```\nb\n~~~~\ny = '~~~'\n~~~~\n```\nopen"))
                .contains("y = '~~~'\n");
    }

    @Test
    void takesABlockThatWasCutOffIfItIsTheOnlyOne() {
        assertThat(CodeBlock.last("a\n```py\nx = 1\ny = 2")).contains("x = 1\ny = 2");
    }

    @Test
    void keepsIndentationAndInnerFences() {
        assertThat(CodeBlock.last("````\nif x:\n    '''```py'''\n```\n````"))
                .contains("if x:\n    '''```py'''\n```\n");
    }

    @Test
    void looksBehindTheReasoningOnly() {
        assertThat(CodeBlock.last("```\ndraft\n```\n</think>\nNo code.")).isEmpty();
        assertThat(CodeBlock.last("```\n\n```")).isEmpty();
    }
}
