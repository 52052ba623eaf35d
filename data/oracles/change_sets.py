"""What changed between two days in made-up coalitions, computed with sets of Python.

python change_sets.py > change_sets.json

Partners have a period; claims are asserted or denied by one of the two ends or by nobody, are dated, and may have a period of their
own. The half-life of a line is twelve months.
"""

import json
import random
from datetime import date, timedelta

FIRST = date(2019, 1, 1)
DAYS = 1500
HALF_LIFE_MONTHS = 12
DAYS_IN_MONTH = 365.25 / 12
CASES = 80


def some_day(stream):
    return FIRST + timedelta(days=stream.randrange(DAYS))


def some_period(stream, share):
    start = some_day(stream) if stream.random() < share else None
    end = (start or FIRST) + timedelta(days=stream.randrange(DAYS)) if stream.random() < share else None
    return start, end


def within(day, start, end):
    return (start is None or start <= day) and (end is None or day <= end)


def make(stream):
    count = stream.randrange(2, 6)
    members = []
    for number in range(count):
        status = "left" if stream.random() < 0.1 else "participating"
        members.append((f"p{number}", status, *some_period(stream, 0.4)))
    claims = []
    for _ in range(stream.randrange(0, 30)):
        a, b = stream.sample(range(count), 2)
        stance = "denied" if stream.random() < 0.08 else "asserted"
        speaker = stream.choice([a, a, b, b, None])
        strength = stream.randrange(1, 5) if stance == "asserted" and stream.random() < 0.6 else None
        claims.append((a, b, stance, speaker, strength, some_day(stream), *some_period(stream, 0.5)))
    days = sorted({some_day(stream), some_day(stream)})
    return members, claims, (days[0], days[-1])


def lines_on(day, members, claims, rule):
    """Each line with its strength, whether both ends say so, and whether it is stale; and who is in the picture."""
    said = {}
    for a, b, stance, speaker, strength, told, start, end in claims:
        # What had ended when it was told, began on a day that nobody knows.
        begun = start or (None if end is not None and end < told else told)
        if within(day, begun, end):
            said.setdefault(frozenset((a, b)), []).append((stance, speaker, strength, told))
    lines = {}
    for pair, claims_of in said.items():
        asserted = [it for it in claims_of if it[0] == "asserted"]
        denied = [it for it in claims_of if it[0] == "denied"]
        if not asserted:
            continue
        ends = {speaker for _, speaker, _, _ in asserted if speaker is not None}
        contested = any(it[1] is not None for it in denied) or (not ends and bool(denied))
        confirmed = ends == set(pair) and not contested
        if rule == "confirmed" and not confirmed:
            continue
        own = [told for _, speaker, _, told in asserted if speaker is not None]
        last = max(own or [told for _, _, _, told in asserted])
        months = max(0.0, (day - last).days / DAYS_IN_MONTH)
        strengths = [it[2] for it in asserted if it[2] is not None]
        lines[pair] = (max(strengths, default=None), confirmed, 2 ** (-months / HALF_LIFE_MONTHS) < 0.5)
    spoken = {end for pair in said for end in pair}
    member = {number: status for number, (_, status, start, end) in enumerate(members) if within(day, start, end)}
    present = {number for number in spoken | set(member) if member.get(number) != "left"}
    # A line of who left is no line of the coalition any more.
    lines = {pair: line for pair, line in lines.items() if pair <= present}
    return lines, present


def changes(members, claims, days, rule):
    (before, here_before), (after, here_after) = (lines_on(day, members, claims, rule) for day in days)
    both = set(before) & set(after)
    either = set(before) | set(after)
    stronger = {pair for pair in both if None not in (before[pair][0], after[pair][0])}
    common = here_before & here_after
    among = {pair for pair in either if pair <= common}
    sets = {
        "new": set(after) - set(before),
        "lost": set(before) - set(after),
        "strengthened": {pair for pair in stronger if after[pair][0] > before[pair][0]},
        "weakened": {pair for pair in stronger if after[pair][0] < before[pair][0]},
        "confirmed": {pair for pair in both if after[pair][1] and not before[pair][1]},
        "doubted": {pair for pair in both if before[pair][1] and not after[pair][1]},
        "stale": {pair for pair in both if after[pair][2] and not before[pair][2]},
        "refreshed": {pair for pair in both if before[pair][2] and not after[pair][2]},
    }
    sets["unchanged"] = either - set().union(*sets.values())
    return {
        "sets": {name: sorted(sorted(pair) for pair in pairs) for name, pairs in sets.items()},
        "common": [len(among & both), len(among), len(common)],
        "all": [len(both), len(either), len(here_before | here_after)],
    }


def written(day):
    return None if day is None else day.isoformat()


def main():
    stream = random.Random(20191130)
    cases = []
    for _ in range(CASES):
        members, claims, days = make(stream)
        cases.append({
            "members": [[key, status, written(start), written(end)] for key, status, start, end in members],
            "claims": [[*it[:5], written(it[5]), written(it[6]), written(it[7])] for it in claims],
            "days": [written(day) for day in days],
            "expected": {rule: changes(members, claims, days, rule) for rule in ("any", "confirmed")},
        })
    print("{\"made_by\": \"change_sets.py, sets of Python\", \"cases\": [")
    print(",\n".join(json.dumps(case, separators=(",", ":")) for case in cases))
    print("]}")


main()
