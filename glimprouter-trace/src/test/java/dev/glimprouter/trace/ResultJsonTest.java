package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ResultJsonTest {

    @Test
    void aFinishedQuestionHasEveryField() {
        String json = ResultJson.of(SampleEvents.all().subList(0, 20));

        assertThat(json)
                .isEqualTo(
                        String.join(
                                        "",
                                        "{'answer':'\\\\boxed{1}',",
                                        "'reasoning':'First, count. 👩‍🔬\\n\\n',",
                                        "'steps':[{'index':0,'writer':'large','entropy':0.30000000000000004,",
                                        "'text':'First, count. 👩‍🔬\\n\\n','tokens':5,'nanos':1990,",
                                        "'ended':'blank-line'},",
                                        "{'index':1,'writer':'small','entropy':null,'text':'','tokens':1,",
                                        "'nanos':350,'ended':'close-tag'}],",
                                        "'usage':{'small':{'promptTokens':80,'cachedTokens':12,",
                                        "'seamTokens':1,'generatedTokens':9,'discardedTokens':2,",
                                        "'droppedChars':5,'glimpses':3,'missingProbes':1,'prefillNanos':500,",
                                        "'glimpseNanos':900,'decodeNanos':2000,'requests':3},",
                                        "'large':{'promptTokens':90,'cachedTokens':0,",
                                        "'seamTokens':0,'generatedTokens':30,'discardedTokens':0,",
                                        "'droppedChars':0,'glimpses':0,'missingProbes':0,'prefillNanos':1000,",
                                        "'glimpseNanos':0,'decodeNanos':4000,'requests':0,",
                                        "'judging':{'verdicts':3,'promptTokens':41,'generatedTokens':3,'nanos':210},",
                                        "'speculation':{'rounds':2,'draftedTokens':8,'acceptedTokens':5,'draftNanos':77},",
                                        "'overlapping':{'hints':3,'aheadTokens':21,'wastedTokens':8,",
                                        "'races':5,'lostRaces':4,'lostTokens':4}}},",
                                        "'outcome':'finished','stop':'finished','ended':'end-of-sequence',",
                                        "'error':null,'strategy':'glimpse(tau=Infinity)','tau':'Infinity',",
                                        "'seed':-9223372036854775808,",
                                        "'models':{'small':{'engine':'llama.cpp','build':'b11434',",
                                        "'model':'tiny-0.5b','vocabularySize':151936,",
                                        "'contextTokens':10752,'contextBytes':12884901888},",
                                        "'large':{'engine':'scripted','build':'1',",
                                        "'model':'big \\u2029\\u0085','vocabularySize':0,",
                                        "'contextTokens':0,'contextBytes':0}},'nanos':9000}")
                                .replace('\'', '"'));
    }

    @Test
    void anUnfinishedQuestionKeepsItsSteps() {
        assertThat(ResultJson.of(SampleEvents.all().subList(14, 15)))
                .contains("\"reasoning\":\"First, count.")
                .contains("\"outcome\":\"unfinished\",\"stop\":null,\"ended\":null");
    }

    @Test
    void aFailedQuestionSaysWhatWentWrong() {
        assertThat(ResultJson.of(List.of(SampleEvents.all().getLast())))
                .contains("\"outcome\":\"failed\",\"stop\":null,\"ended\":null")
                .contains(
                        "\"error\":{\"kind\":\"SetupException\",\"message\":\"No \\\"space\\\" left.\"}");
    }

    @Test
    void aRuleWithoutThresholdHasNoTau() {
        assertThat(ResultJson.of(SampleEvents.all().subList(0, 2))).contains("\"tau\":null");
    }
}
