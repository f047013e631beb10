package dev.glimprouter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.testkit.Reply;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a chat model makes of requests and answers. */
class ChatModelTest {

    private static final UserMessage QUESTION = UserMessage.from("How much is 2 + 2?");

    private static ChatResponse ask(ChatModel model, ChatRequestParameters parameters) {
        return model.chat(ChatRequest.builder().messages(QUESTION).parameters(parameters).build());
    }

    private static GlimpRouterChatRequestParameters.Builder parameters() {
        return GlimpRouterChatRequestParameters.builder();
    }

    private static Route route(ChatResponse response) {
        return ((GlimpRouterChatResponseMetadata) response.metadata()).route();
    }

    private static List<Message> head(ChatMessage... messages) {
        Pair pair = Pair.usual();
        pair.chat().instruction("Think.").build().chat(messages);
        return pair.heads.getFirst();
    }

    @Test
    void reasoningIsThinkingAndTheAnswerIsText() {
        Pair pair = Pair.usual();

        ChatResponse response = pair.chat().build().chat(QUESTION);

        assertThat(response.aiMessage().thinking()).isEqualTo("Two and two is asked.\n\nSo four.");
        assertThat(response.aiMessage().text()).isEqualTo("It is \\boxed{4}");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.modelName()).isEqualTo("glimprouter");
        assertThat(pair.openSessions()).isZero();
    }

    @Test
    void theMetadataTellWhoWroteIt() {
        ChatResponse response = Pair.usual().chat().build().chat(QUESTION);
        Route route = route(response);

        assertThat(route.strategy()).isEqualTo("glimpse(tau=1.0)");
        assertThat(route.steps()).containsEntry(Writer.SMALL, 1).containsEntry(Writer.LARGE, 1);
        assertThat(route.interventionRate()).isEqualTo(0.5);
        assertThat(route.hInits()).hasSize(2);
        assertThat(route.hInits().getFirst()).isCloseTo(1.5, within(1e-3));
        assertThat(route.hInits().getLast()).isCloseTo(0.25, within(1e-3));
        assertThat(route.stop()).contains(Stop.FINISHED);
        assertThat(route.usage()).containsOnlyKeys(Writer.SMALL, Writer.LARGE);
        assertThat(response.tokenUsage().inputTokenCount()).isPositive();
        assertThat(response.tokenUsage().outputTokenCount())
                .isGreaterThan((int) route.reasoningTokens());
        assertThat(response.metadata().toBuilder().build()).isEqualTo(response.metadata());
    }

    @Test
    void theInstructionIsJoinedToTheSystemMessage() {
        assertThat(head(SystemMessage.from("Be brief."), QUESTION))
                .containsExactly(
                        new Message(Role.SYSTEM, "Think.\n\nBe brief."),
                        new Message(Role.USER, "How much is 2 + 2?"));
    }

    @Test
    void theUsualInstructionIsTheLibrarys() {
        Pair pair = Pair.usual();
        pair.chat().build().chat(QUESTION);

        assertThat(pair.heads.getFirst()).isEqualTo(Question.of("How much is 2 + 2?").messages());
    }

    @Test
    void earlierThinkingIsDropped() {
        AiMessage apart = AiMessage.builder().text("Two.").thinking("One and one.").build();
        AiMessage within = AiMessage.from("<think>\nHm.\n</think>\n\nThree.");

        assertThat(head(QUESTION, apart, QUESTION, within, QUESTION))
                .filteredOn(message -> message.role() == Role.ASSISTANT)
                .extracting(Message::content)
                .containsExactly("Two.", "Three.");
    }

    @Test
    void parametersSayHowTokensAreDrawn() {
        Pair pair = Pair.usual();

        ask(pair.chat().build(), parameters().temperature(0.25).topP(0.5).topK(7).build());

        assertThat(pair.samplings).containsOnly(new Sampling(0.25, 0.5, 7, 0));
    }

    @Test
    void defaultsHoldWhereTheRequestSaysNothing() {
        Pair pair = Pair.usual();
        ChatModel model =
                pair.chat()
                        .defaultRequestParameters(
                                ChatRequestParameters.builder().temperature(0.25).topP(0.5).build())
                        .build();

        ask(model, parameters().topP(1.0).build());

        assertThat(pair.samplings).containsOnly(new Sampling(0.25, 1, 0, 0));
    }

    @Test
    void aStopSequenceEndsTheAnswerAndTheWriting() {
        Pair pair = Pair.answering(Reply.endless("It", " is", " four", "."));

        ChatResponse response =
                ask(pair.chat().build(), parameters().stopSequences(" four", "!").build());

        assertThat(response.aiMessage().text()).isEqualTo("It is");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(route(response).stop()).isEmpty();
    }

    @Test
    void aLimitLeavesTheAnswerAShare() {
        Pair pair = Pair.answering(Reply.endless("It", " is", " four", "."));

        ChatResponse response = ask(pair.chat().build(), parameters().maxOutputTokens(100).build());

        assertThat(response.tokenUsage().outputTokenCount() - route(response).reasoningTokens())
                .isEqualTo(32);
        assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void aLimitOfOneTokenIsRefused() {
        ChatModel model = Pair.usual().chat().build();

        assertThatThrownBy(() -> ask(model, parameters().maxOutputTokens(1).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("maxOutputTokens");
    }

    @Test
    void theNameMayHoldAThreshold() {
        ChatResponse response =
                ask(
                        Pair.usual().chat().modelName("pair").build(),
                        parameters().modelName("pair@1.25").build());

        assertThat(response.modelName()).isEqualTo("pair@1.25");
        assertThat(route(response).strategy()).isEqualTo("glimpse(tau=1.25)");
    }

    @Test
    void anotherNameIsRefused() {
        ChatModel model = Pair.usual().chat().build();

        assertThatThrownBy(() -> ask(model, parameters().modelName("gpt-9").build()))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessageContaining("gpt-9");
    }

    @Test
    void aThresholdIsGivenOnce() {
        ChatModel model = Pair.usual().chat().build();

        assertThatThrownBy(() -> ask(model, parameters().modelName("glimprouter@1").tau(1).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void aRequestMayNameStrategyBudgetAndSeed() {
        Pair pair = Pair.answering(Reply.text("Four."));

        ChatResponse response =
                ask(
                        pair.chat().build(),
                        parameters().strategy("large-steps").budget(3).seed(42).build());

        assertThat(route(response).strategy()).isEqualTo("large-steps");
        assertThat(route(response).seed()).isEqualTo(42);
        assertThat(route(response).stop()).contains(Stop.BUDGET);
        assertThat(route(response).reasoningTokens()).isEqualTo(3);
    }

    @Test
    void aStrategyMayBeCode() {
        ChatModel model =
                Pair.usual()
                        .chat()
                        .strategy(() -> new SoloSteps(Writer.LARGE))
                        .config(RouterConfig.DEFAULT.withBudget(2))
                        .build();

        assertThat(route(ask(model, parameters().build())).steps()).containsEntry(Writer.SMALL, 0);
        assertThatThrownBy(() -> ask(model, parameters().tau(1).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("tau");
    }

    @Test
    void theRulesAreTheBuilders() {
        ChatModel model =
                Pair.usual().chat().config(RouterConfig.DEFAULT.withSeed(7).withBudget(2)).build();

        Route route = route(ask(model, parameters().budget(9).build()));

        assertThat(route.seed()).isEqualTo(7);
        assertThat(route.reasoningTokens()).isEqualTo(2);
    }

    @Test
    void wrongValuesAreTheRequestsFault() {
        ChatModel model = Pair.usual().chat().build();

        for (ChatRequestParameters wrong :
                List.of(
                        parameters().temperature(-1.0).build(),
                        parameters().strategy("nonsense").build(),
                        parameters().stopSequences("").build(),
                        parameters().budget(0).build())) {
            assertThatThrownBy(() -> ask(model, wrong))
                    .isInstanceOf(InvalidRequestException.class)
                    .cause()
                    .isInstanceOf(dev.glimprouter.error.RequestException.class);
        }
    }

    @Test
    void theLastMessageIsTheUsers() {
        ChatModel model = Pair.usual().chat().build();

        assertThatThrownBy(() -> model.chat(QUESTION, AiMessage.from("Four.")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aModelThatTheStrategyNeedsHasToBeThere() {
        Pair pair = Pair.usual();
        GlimpRouterModelBuilder<GlimpRouterChatModel> alone =
                GlimpRouterChatModel.builder().large(pair.large);

        assertThatThrownBy(alone::build).isInstanceOf(NonRetriableException.class);
        assertThat(alone.strategy("large").build()).isNotNull();
    }

    @Test
    void interruptingTheWaitingThreadEndsTheWriting() throws InterruptedException {
        Pair pair = Pair.answering(Reply.text("It is").thenSilence());
        AtomicReference<Optional<Throwable>> seen = new AtomicReference<>(Optional.empty());
        AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
        Thread asking =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        pair.chat().build().chat(QUESTION);
                                    } catch (LangChain4jException failure) {
                                        seen.set(Optional.of(failure));
                                        interrupted.set(Thread.currentThread().isInterrupted());
                                    }
                                });

        pair.large.awaitSilence();
        asking.interrupt();
        asking.join();

        assertThat(seen.get())
                .get()
                .extracting(Throwable::getCause)
                .isInstanceOf(InterruptedException.class);
        assertThat(interrupted.get()).isTrue();
        assertThat(pair.openSessions()).isZero();
    }
}
