#!/bin/sh
# The published result: eleven systems on the default pair, GSM8K, at one intervention rate.
#   benchmarks/gsm8k-result.sh FILE.jsonl [STEP...]
# Steps, all by default: calibrate (thresholds for one rate of steps by large, on the calibration half,
# PARALLEL questions at a time), answers (QUESTIONS of the other half, one at a time, so that all are timed;
# wants a machine with nothing else to do), study (the paper's motivation, on STUDIED questions of the
# calibration half), curve (accuracy over thresholds beside random, on CURVED questions of it, one at a
# time, and its table), keep (profiles and thinned files: into RESULTS), print (the other tables, comparisons,
# a row for each question, the page without texts and what plan foretells of the second half of the questions
# from the first: into RESULTS). Every step goes on where it was stopped, on another machine from what was kept.
# Takes about 15 hours on two cores, ten of them the answers.
set -eu
case ${1-} in
/*) file=$1 ;;
'') sed -n '2,12s/^# //p' "$0" >&2; exit 2 ;;
*) file=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
shift
rate=${RATE:-0.3}
fit=${FIT:-60}
fit_others=${FIT_OTHERS:-24}
questions=${QUESTIONS:-100}
studied=${STUDIED:-30}
curved=${CURVED:-20}
parallel=${PARALLEL:-16}
threads=${THREADS:-2}
out=${OUT:-runs/gsm8k-result}
results=${RESULTS:-results/gsm8k}
limits='--budget 1024 --step-limit 256 --answer-limit 256'
router=${GLIMPROUTER:-./glimprouter}

# find_threshold NAME EXPRESSION RATE QUESTIONS [OPTION...]: of a strategy, on the calibration half.
find_threshold() {
    name=$1 expression=$2 wanted=$3 count=$4
    shift 4
    [ -e "$out/$name.json" ] || "$router" calibrate --data "gsm8k:$file" --questions "$count" "$@" \
        --strategy "$expression" --rate "$wanted" --tolerance 0.03 --rounds 3 --out "$out/calibration" \
        --write "$out/$name.json" --parallel "$parallel" --threads "$threads" $limits
}

# The strategy that a profile says, and the rate that it came to.
strategy_of() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["strategy"])' "$out/$1.json"
}
rate_of() {
    python3 - "$out/$1.json" <<'PY'
import json, sys
part = json.load(open(sys.argv[1]))["parts"][0]
near = [r for r in part["rounds"] if r["threshold"] == part["threshold"]][0]
print(round(near["figures"]["stepsByLarge"]["value"], 3))
PY
}

calibrate() {
    find_threshold glimpse 'glimpse' "$rate" "$fit" --start 1.29
    reached=$(rate_of glimpse)
    echo "GlimpRouter reached $reached; the others are matched to that."
    find_threshold hstep 'hstep' "$reached" "$fit_others" --start 0.325
    find_threshold pplstep 'pplstep' "$reached" "$fit_others" --start 1.17
    find_threshold judge 'judge' "$reached" "$fit_others" --start 0.757
    find_threshold specreason 'specreason(scoring=average)' "$reached" "$fit_others" --start 5.743
}

systems() {
    echo "small,large,$(strategy_of glimpse),random(rate=$(rate_of glimpse)),$(strategy_of specreason),$(strategy_of hstep),$(strategy_of pplstep),$(strategy_of judge),speccot,large+speculative,$(strategy_of glimpse)+speculative"
}

answers() {
    "$router" eval --data "gsm8k:$file" --half test --questions "$questions" --strategy "$(systems)" \
        --parallel 1 --threads "$threads" --out "$out/answers" $limits
}

study() {
    "$router" study --data "gsm8k:$file" --half calibration --questions "$studied" --steps 12 \
        --threads "$threads" --out "$out/study" $limits
}

# Writes its table itself: curve makes it only of questions that have all been asked.
curve() {
    mkdir -p "$out" "$results"
    "$router" curve --data "gsm8k:$file" --half calibration --questions "$curved" --points 3 \
        --parallel 1 --threads "$threads" --out "$out/curve" $limits --markdown >"$out/curve.md"
    mv "$out/curve.md" "$results/curve.md"
}

# Foretells the later questions from the earlier ones of the same runs.
foretell() {
    mkdir -p "$out/earlier"
    for run in "$out"/answers/*.jsonl; do
        head -n $((questions / 2 + 1)) "$run" >"$out/earlier/${run##*/}"
    done
    "$router" plan --markdown "$out"/earlier/*.jsonl --check "$out"/answers/*.jsonl
}

keep() {
    mkdir -p "$results/calibration"
    cp "$out"/*.json "$results/calibration"
    for part in answers study curve; do
        [ ! -e "$out/$part" ] || python3 benchmarks/thin-runs.py "$results/$part" "$out/$part"/*.jsonl
    done
}

# What was kept and is not here.
take_up() {
    mkdir -p "$out"
    for profile in "$results"/calibration/*.json; do
        [ ! -e "$profile" ] || [ -e "$out/${profile##*/}" ] || cp "$profile" "$out"
    done
    for kept in "$results"/*/*.jsonl.gz; do
        taken=$out/${kept#"$results"/}
        taken=${taken%.gz}
        [ ! -e "$kept" ] || [ -e "$taken" ] || { mkdir -p "${taken%/*}" && gunzip -c "$kept" >"$taken"; }
    done
}

# Of answers, by patterns of their names and in that order.
runs() {
    for name in "$@"; do
        ls "$out"/answers/$name.jsonl
    done
}

print_results() {
    small=$(runs small)
    glimpse=$(runs 'glimpse-*[0-9]')
    control=$(runs 'random-*')
    verifiers=$(runs 'hstep-*' 'pplstep-*' 'judge-*' 'specreason-*')
    choice=$(runs 'speccot-*')
    drafted=$(runs 'glimpse-*-speculative')
    all="$(runs large) $small $glimpse $control $verifiers $choice $(runs large-speculative) $drafted"
    "$router" report --form markdown $all >"$results/summary.md"
    "$router" report --form csv $all >"$results/summary.csv"
    "$router" report --form questions $all >"$results/questions.csv"
    "$router" report --no-texts --out "$results/report.html" $all
    "$router" compare --markdown $small $glimpse $control $verifiers $choice $drafted >"$results/against-small.md"
    "$router" compare --markdown $control $glimpse $verifiers $drafted >"$results/against-random.md"
    "$router" compare --markdown $glimpse $verifiers $choice $drafted >"$results/against-glimpse.md"
    foretell >"$results/plan.md"
    [ ! -e "$out/study" ] || "$router" study --from "$out"/study/*.jsonl --markdown >"$results/study.md"
}

take_up
for step in "${@:-calibrate answers study curve keep print}"; do
    for one in $step; do
        case $one in
        calibrate) calibrate ;;
        answers) answers ;;
        study) study ;;
        curve) curve ;;
        keep) keep ;;
        print) print_results ;;
        *) echo "unknown step $one: calibrate, answers, study, curve, keep, print" >&2; exit 2 ;;
        esac
    done
done
