"""Holds everybody's values against each other and prints who took how long: python check.py FOLDER SIZE [ORACLE.json]

Values are held against the oracle if there is one, and otherwise against the first peer that has them; a difference ends in failure.
"""

import json
import math
import pathlib
import sys

OURS = "kortelijnen"
TOLERANCE = 1e-6
# What depends on a random choice, or on us alone, is shown and not compared.
NOT_COMPARED = {"leiden_q", "leiden_n", "frozen_mb", "who_table_mb"}
ONE_A_COALITION = {"coalitions", "coal_ms_dist", "missing_first5"}
TASKS = {
    "load_build_people": "load from CSV, people graph",
    "build_orgs": "organisation graph",
    "b_metrics": "E-I, densities, assortativity",
    "b_coal_dist": "distances within coalitions",
    "b_xdist": "mean distance across, all sources",
    "c_betweenness": "betweenness, exact",
    "c_constraint_weighted": "constraint",
    "c_articulation": "articulation points and bridges",
    "c_kcore": "core numbers",
    "c_leiden": "Leiden communities",
    "d_missing": "missing lines, scored",
    "e_who": "who to call, all queries, by a search",
    "e_who_table": "who to call, all queries, by a table",
}


def main(folder, size, oracle=None):
    results = [json.loads(path.read_text()) for path in sorted(pathlib.Path(folder).glob(f"*_{size}.json"))]
    results.sort(key=lambda result: result["peer"] != OURS)
    truth = dict(peer="oracle", values=json.loads(pathlib.Path(oracle).read_text())["values"]) if oracle else None
    wrong = compare(results, truth)
    table(results, size)
    one_by_one(results)
    for result in results:
        if "leiden_q" in result["values"]:
            print(f"{result['peer']}: Leiden modularity {result['values']['leiden_q']:.6f} in {result['values']['leiden_n']} parts")
    sys.exit(f"{wrong} values differ" if wrong else 0)


def compare(results, truth):
    """Prints how many values of each peer agree; gives how many do not."""
    wrong = 0
    for result in results:
        agreed, alone = 0, 0
        for name, value in result["values"].items():
            # Peers are held against each other, so ours is held against somebody else's.
            others = [truth] if truth else [other for other in results if other is not result]
            other = next((other for other in others if name in other["values"]), None)
            if name in NOT_COMPARED or other is None:
                alone += 1
            elif agrees(name, value, other["values"][name]):
                agreed += 1
            else:
                wrong += 1
                print(f"DIFFERENT {name}: {result['peer']} {shown(value)}, {other['peer']} {shown(other['values'][name])}")
        print(f"{result['peer']} {result['version']}: {agreed} values agree, {alone} stand alone")
    return wrong


def agrees(name, value, other):
    """One value a coalition may be told of fewer coalitions by the one than by the other: the first ones are held together."""
    value, other = simplified(name, value), simplified(name, other)
    if name in ONE_A_COALITION:
        shared = min(len(value), len(other))
        return shared > 0 and same(value[:shared], other[:shared])
    return same(value, other)


def simplified(name, value):
    """Of lists in order of a score only the scores: equal scores may stand in any order."""
    if name == "missing_first5":
        return [[line[2] for line in lines] for lines in value]
    if name == "who":
        # Of equally good lines any may be told; an oracle tells one, we compare whom it leads to and how far.
        return {**value, "first20": [row[:4] for row in value["first20"]]}
    if name.endswith("_top10"):
        return [score for _, score in value]
    return value


def same(a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if undefined(a) or undefined(b):
        return undefined(a) and undefined(b)
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return a == b


def undefined(value):
    return value is None or value != value


def shown(value):
    text = json.dumps(value)
    return text if len(text) < 80 else text[:77] + "..."


def table(results, size):
    """One row a task: seconds of the processor, ours as a share of the best peer."""
    names = [result["peer"] for result in results]
    print(f"\n{size}, seconds of the processor\n")
    print("| task | " + " | ".join(names) + " | ours / best peer |")
    print("|---|" + "---|" * (len(names) + 1))
    for task, words in TASKS.items():
        seconds = {result["peer"]: result["tasks"].get(task, {}).get("cpu") for result in results}
        if not any(seconds.values()):
            continue
        peers = [value for name, value in seconds.items() if name != OURS and value]
        ratio = f"{seconds[OURS] / min(peers):.3f}" if seconds.get(OURS) and peers else "–"
        cells = (f"{value:.3g}" if value else "–" for value in seconds.values())
        print(f"| {words} | " + " | ".join(cells) + f" | {ratio} |")
    peaks = (max((task.get("rss_mb") or 0 for task in result["tasks"].values()), default=0) for result in results)
    print("| memory at most, MB | " + " | ".join(f"{peak:.0f}" for peak in peaks) + " | |\n")


def one_by_one(results):
    """How long a single question takes: half of them, and all but one in a hundred, take at most so long."""
    for result in results:
        for name, task in result["tasks"].items():
            if "p50_us" in task:
                times = f"p50 {task['p50_us']:.2f} us, p99 {task['p99_us']:.2f} us, most {task['max_us']:.0f} us"
                print(f"{result['peer']} {name}: {times} over {task['queries']} questions")


if __name__ == "__main__":
    main(*sys.argv[1:])
