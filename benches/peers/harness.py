"""What every Python peer shares: the network as lists, the clock, and the answers that no library gives as such.

A peer is a module with `NAME`, `VERSION` and a class `Peer(network)` whose methods are tasks; `python run.py PEER SIZE FOLDER RESULT`
times those it has. Nothing here is timed unless a task calls it.
"""

import csv
import json
import math
import resource
import statistics
import time
from collections import Counter, defaultdict

import numpy as np

DOMAINS = ["medical", "social", "informal", "public_health", "education", "governance"]
MEDICAL, SOCIAL = 0, 1
REPEATS_MIN, REPEATS_MAX = 3, 25
QUICK_S, SLOW_S = 0.5, 15.0
COALITIONS_WRITTEN, MISSING_WRITTEN, MISSING_NAMED = 400, 5, 20
ALL_PAIRS_ORGANISATIONS_MAX = 20_000
LOOKED_FOR, STEPS_MAX, ANSWERS_WRITTEN = "schuldhulpverlening", 8, 20


class Clock:
    """Seconds and values of one run; written after every task, so that a run that is stopped leaves what it did."""

    def __init__(self, peer, version, size, path):
        self.result = dict(peer=peer, version=version, size=size, tasks={}, values={})
        self.path = path

    def time(self, name, task):
        wall, cpu = [], []
        while True:
            answer = None  # the memory of the answer before is not ours to keep
            start, start_cpu = time.perf_counter(), time.process_time()
            answer = task()
            cpu.append(time.process_time() - start_cpu)
            wall.append(time.perf_counter() - start)
            if sum(wall) > SLOW_S or len(wall) >= REPEATS_MAX or (len(wall) >= REPEATS_MIN and sum(wall) > QUICK_S):
                break
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        row = dict(s=statistics.median(wall), min=min(wall), cpu=statistics.median(cpu), all=wall, rss_mb=round(peak, 1))
        self.result["tasks"][name] = row
        print(f"{self.result['peer']} {self.result['size']} {name}: wall {row['s']:.6f} cpu {row['cpu']:.6f}", flush=True)
        self.write()
        return answer

    def each(self, name, questions, answer):
        """Asks every question once and times each by itself; stops early when it takes long."""
        wall, answers, start_cpu = [], [], time.process_time()
        for question in questions:
            start = time.perf_counter()
            answers.append(answer(question))
            wall.append(time.perf_counter() - start)
            if sum_is_long(wall):
                break
        share = len(questions) / len(wall)
        row = dict(s=sum(wall) * share, cpu=(time.process_time() - start_cpu) * share, queries=len(wall))
        wall.sort()
        row.update({f"p{part}_us": wall[min(len(wall) - 1, len(wall) * part // 100)] * 1e6 for part in (50, 99)})
        row.update(max_us=wall[-1] * 1e6, rss_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1))
        self.result["tasks"][name] = row
        print(f"{self.result['peer']} {self.result['size']} {name}: p50 {row['p50_us']:.1f} us p99 {row['p99_us']:.1f} us", flush=True)
        self.write()
        return answers

    def values(self, **values):
        self.result["values"].update(values)
        self.write()

    def write(self):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(self.result, file, indent=1, default=lambda number: number.item())


class Network:
    """The rows of the files as lists of numbers."""

    def __init__(self, folder):
        self.ids, self.kind, self.domain, self.coalition = [], [], [], []
        coalitions = defaultdict(lambda: len(coalitions))
        for number, _, kind, domain, coalition in rows(folder, "organisations.csv"):
            self.ids.append(number)
            self.kind.append(kind)
            self.domain.append(DOMAINS.index(domain))
            self.coalition.append(coalitions[coalition])
        place = {number: row for row, number in enumerate(self.ids)}
        people, self.employer = {}, []
        for number, _, organisation, _ in rows(folder, "people.csv"):
            people[number] = len(people)
            self.employer.append(place[organisation])
        self.people = list(people)
        self.queries = [people[person] for (person,) in rows(folder, "queries.csv")]
        self.a, self.b, self.strength = [], [], []
        for a, b, strength, _, _ in rows(folder, "links.csv"):
            self.a.append(people[a])
            self.b.append(people[b])
            self.strength.append(int(strength))
        self.domain_array, self.coalition_array = np.asarray(self.domain), np.asarray(self.coalition)
        self.members = [[] for _ in coalitions]
        for organisation, coalition in enumerate(self.coalition):
            self.members[coalition].append(organisation)

    def of(self, coalition, domain):
        return [member for member in self.members[coalition] if self.domain[member] == domain]

    def organisation_pairs(self):
        """Linked pairs of organisations, each with its number of pairs of people."""
        employer, pairs = self.employer, Counter()
        for a, b in zip(self.a, self.b):
            a, b = employer[a], employer[b]
            if a != b:
                pairs[(a, b) if a < b else (b, a)] += 1
        return pairs


SEEN_BETWEEN_LOOKS = 100


def sum_is_long(wall):
    """Looked at now and then: adding up takes time itself."""
    return len(wall) % SEEN_BETWEEN_LOOKS == 0 and sum(wall) > SLOW_S


def nearest(links_of, serves, start):
    """Level by level: the first level with somebody who serves; there the highest sum of strengths over a shortest line, then the
    lowest number. `links_of(person)` gives pairs (other, strength); who asks does not count.
    """
    seen, level = {start}, {start: 0}
    for steps in range(1, STEPS_MAX + 1):
        farther = {}
        for person, so_far in level.items():
            for other, strength in links_of(person):
                if other not in seen and farther.get(other, -1) < so_far + strength:
                    farther[other] = so_far + strength
        found = [(-total, person) for person, total in farther.items() if serves[person]]
        if found:
            total, person = min(found)
            return person, steps, int(-total)
        seen.update(farther)
        level = farther
    return None


def who_values(network, answers):
    """What everybody must agree on, of all answers."""
    found = [(asked, *answer) for asked, answer in zip(network.queries, answers) if answer]
    steps = Counter(answer[1] if answer else STEPS_MAX + 1 for answer in answers)
    first = [it for it in zip(network.queries[:ANSWERS_WRITTEN], answers) if it[1]]
    return dict(
        hops_hist_last_is_none=[steps[count] for count in range(STEPS_MAX + 2)],
        strength_sum=sum(total for *_, total in found),
        target_index_sum=sum(person for _, person, *_ in found),
        first20=[[network.people[asked], network.people[person], count, total] for asked, (person, count, total) in first],
    )


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def figures(cells, sizes):
    """E-I, densities and assortativity of many networks at once.

    `cells`: networks × domains × domains, every line counted from both ends; `sizes`: networks × domains.
    """
    ends, inward, nodes = cells.sum((1, 2)), np.trace(cells, axis1=1, axis2=2), sizes.sum(1)
    across = (nodes**2 - (sizes**2).sum(1)) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = ((cells.sum(2) / ends[:, None]) ** 2).sum(1)
        columns = dict(
            ei=1 - 2 * inward / ends,
            ms_density=cells[:, MEDICAL, SOCIAL] / (sizes[:, MEDICAL] * sizes[:, SOCIAL]),
            xd_density=(ends - inward) / 2 / across,
            assortativity=(inward / ends - chance) / (1 - chance),
        )
    table = zip(*(column.tolist() for column in columns.values()))
    return [{name: value if math.isfinite(value) else None for name, value in zip(columns, row)} for row in table]


def metrics(network, pairs):
    """The figures of the country and of every coalition, and E-I over pairs of people; `pairs`: rows (a, b, pairs of people)."""
    a, b, counts = np.asarray(pairs, dtype=np.int64).T
    domain, coalition = network.domain_array, network.coalition_array
    kinds, coalitions = len(DOMAINS), len(network.members)

    def cells(a, b, group, groups):
        place = group * kinds * kinds + domain[a] * kinds + domain[b]
        turned = group * kinds * kinds + domain[b] * kinds + domain[a]
        shape = groups * kinds * kinds
        return (np.bincount(place, minlength=shape) + np.bincount(turned, minlength=shape)).reshape(groups, kinds, kinds)

    inside = coalition[a] == coalition[b]
    sizes = np.bincount(coalition * kinds + domain, minlength=coalitions * kinds).reshape(coalitions, kinds)
    national = figures(cells(a, b, np.zeros_like(a), 1), sizes.sum(0)[None])[0]
    own = figures(cells(a[inside], b[inside], coalition[a[inside]], coalitions), sizes)
    outward = domain[a] != domain[b]
    return national, own, float((counts[outward].sum() - counts[~outward].sum()) / counts.sum())


def distance_row(distances):
    """[mean, reachable, unreachable] of steps, None where there is no path."""
    reached = [steps for steps in distances if steps is not None]
    return [sum(reached) / len(reached) if reached else None, len(reached), len(distances) - len(reached)]


def distances_across(network, blocks):
    """Mean distance over ordered pairs in different domains, from blocks (sources, matrix of steps; negative or huge: no path)."""
    domain = network.domain_array
    steps, pairs = [0, 0], [0, 0]
    for sources, matrix in blocks:
        matrix, own = np.asarray(matrix), domain[sources][:, None]
        reached = (matrix > 0) & (matrix < 1e6)
        for kind, wanted in enumerate((own != domain, (own == MEDICAL) & (domain == SOCIAL))):
            found = matrix[reached & wanted]
            steps[kind] += int(found.sum())
            pairs[kind] += found.size
    return dict(mean=steps[0] / pairs[0], ordered_pairs=pairs[0], ms_mean=steps[1] / pairs[1], ms_pairs=pairs[1])


def missing(network, neighbours, score=None):
    """Unlinked medical–social pairs of every coalition, the twenty with most in common first; `neighbours`: a set an organisation.

    `score`: [(a, b)] to numbers, for libraries that have these; otherwise Adamic–Adar plus resource allocation by hand.
    """
    if score is None:
        share = [1 / math.log(len(them)) + 1 / len(them) if len(them) > 1 else 0 for them in neighbours]
        score = lambda pairs: [sum(share[z] for z in neighbours[a] & neighbours[b]) for a, b in pairs]
    named, count = [], 0
    for coalition in range(len(network.members)):
        social = network.of(coalition, SOCIAL)
        pairs = [(a, b) for a in network.of(coalition, MEDICAL) for b in social if b not in neighbours[a]]
        count += len(pairs)
        named.append(sorted((-points, a, b) for (a, b), points in zip(pairs, score(pairs)))[:MISSING_NAMED])
    return named, count


def top(values, ids, reverse=True):
    order = sorted(range(len(values)), key=lambda node: -values[node] if reverse else values[node])
    return [[ids[node], values[node]] for node in order[:10]]
