package dev.glimprouter.eval.run;

import dev.glimprouter.strategy.RouterConfig;

/** What a strategy under its rules is called: {@code large+speculative}. */
public final class SystemName {

    private SystemName() {}

    /** The name. */
    public static String of(String strategy, RouterConfig config) {
        StringBuilder name = new StringBuilder(strategy);
        for (RuleFlag flag : RuleFlag.values()) {
            if (flag.isSet(config)) {
                name.append(RuleFlag.SIGN).append(flag.word());
            }
        }
        return name.toString();
    }
}
