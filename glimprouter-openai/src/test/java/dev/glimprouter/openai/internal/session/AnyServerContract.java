package dev.glimprouter.openai.internal.session;

import dev.glimprouter.testkit.EngineContract;

/** What every engine has to do, as far as a server behind HTTP can: scripted or real. */
abstract class AnyServerContract extends EngineContract {

    @Override
    protected boolean glimpsesForFree() {
        return false;
    }

    @Override
    protected boolean countsEvaluations() {
        return false;
    }

    /** Room is an estimate until the server has counted. */
    @Override
    protected boolean tellsRoom() {
        return false;
    }
}
