#!/bin/sh
# How well plan foretells the mean seconds of questions that it was not fitted on.
#   benchmarks/plan-check.sh FILE.jsonl [FIT [CHECK [OUT [OPTION...]]]]
# Runs each strategy, one question at a time, on FIT questions (30) of the calibration half of GSM8K's
# test file and on CHECK questions (30) of the other half, into the folder OUT (runs/plan-check), and
# prints what plan foretells from the first ones beside what the others took. The same command goes on
# where it was stopped. STRATEGIES, BUDGET, STEP_LIMIT and ANSWER_LIMIT in the environment change what
# is asked; further options go to eval. Wants a machine with nothing else to do.
set -eu
case ${1-} in
/*) file=$1 ;;
'') sed -n '2,9s/^# //p' "$0" >&2; exit 2 ;;
*) file=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
fit=${2:-30}
check=${3:-30}
out=${4:-runs/plan-check}
shift $(($# < 4 ? $# : 4))
strategies=${STRATEGIES:-small,large,glimpse(tau=0.5),random(0.3),hstep,specreason}

ask() {
    half=$1
    count=$2
    shift 2
    ./glimprouter eval --data "gsm8k:$file" --half "$half" --questions "$count" \
        --strategy "$strategies" --parallel 1 --budget "${BUDGET:-1024}" \
        --step-limit "${STEP_LIMIT:-256}" --answer-limit "${ANSWER_LIMIT:-256}" \
        --out "$out/$half" "$@"
}

ask calibration "$fit" "$@"
ask test "$check" "$@"
echo
echo "## Each strategy from its own run"
echo
./glimprouter plan "$out"/calibration/*.jsonl --check "$out"/test/*.jsonl --markdown
echo
echo "## From the glimpse's run alone: the others are replayed or assumed"
echo
./glimprouter plan "$out"/calibration/glimpse-*.jsonl --check "$out"/test/*.jsonl --markdown
