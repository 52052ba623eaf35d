"""Computes what chance gives, brokerage roles, modularity and adjusted Rand indices, as expected values for the tests of
`analysis/measures`.

Usage: python baselines.py > baselines.json
Chance is not sampled: every distinct labelling is gone through, in exact fractions. Brokerage looks at every triple of nodes.
Communities: modularity by NetworkX of divisions that igraph's Leiden found.
"""

import itertools
import json
import math
import platform
import random
from fractions import Fraction

import igraph
import networkx as nx

DOMAINS = ["medical", "social", "informal", "public_health", "education", "governance"]
SIDES = {"medical": 0, "social": 1, "informal": 1}
WORKED = {
    "ids": "GEM WIJ SCH WEL VK1 VK2 KRZ ZKH HA JGZ GGD".split(),
    "links": "GEM-WIJ GEM-SCH GEM-WEL GEM-GGD GEM-JGZ WIJ-SCH WIJ-WEL WIJ-JGZ VK1-VK2 VK1-KRZ VK1-ZKH VK2-KRZ VK2-ZKH ZKH-HA "
    "JGZ-GGD JGZ-VK1 KRZ-JGZ".split(),
}


def labellings(labels):
    """Every distinct order of the labels, once."""
    if not labels:
        yield ()
        return
    for first in sorted(set(labels)):
        rest = list(labels)
        rest.remove(first)
        for tail in labellings(rest):
            yield (first, *tail)


def verdict(observed, drawn):
    """Exact: mean, z and two-sided p; or why not. Draws without a number are left out."""
    drawn = [x for x in drawn if x is not None]
    if observed is None or not drawn:
        return "no_value"
    mean = sum(drawn) / len(drawn)
    variance = sum((x - mean) ** 2 for x in drawn) / len(drawn)
    if variance == 0:
        return "no_spread"
    share = lambda limit: sum(abs(x - mean) >= limit for x in drawn) / len(drawn)
    if share(max(abs(x - mean) for x in drawn)) > 0.05:
        return "out_of_reach"
    z = float(observed - mean) / math.sqrt(variance)
    return {"mean": float(mean), "z": z, "p": share(abs(observed - mean))}


def tally(labels, links, unknown, inside):
    """Lines and known pairs among the pairs of labels for which `inside` holds."""
    ties = sum(inside(labels[a], labels[b]) for a, b in links)
    known = sum(
        inside(labels[a], labels[b]) for a, b in itertools.combinations(range(len(labels)), 2) if (a, b) not in unknown
    )
    return ties, known


def surplus(labels, links, unknown, inside):
    ties, known = tally(labels, links, unknown, inside)
    return ties - Fraction(len(links) * known, math.comb(len(labels), 2) - len(unknown))


def newman(labels, links):
    """Tr e and the sum of a squared, in fractions."""
    inward = Fraction(sum(labels[a] == labels[b] for a, b in links), len(links))
    degree = {}
    for end in itertools.chain.from_iterable(links):
        degree[labels[end]] = degree.get(labels[end], 0) + 1
    return inward, sum(Fraction(d, 2 * len(links)) ** 2 for d in degree.values())


def modularity(labels, links):
    inward, chance = newman(labels, links)
    return inward - chance


def assortativity(labels, links):
    inward, chance = newman(labels, links)
    return None if chance == 1 else (inward - chance) / (1 - chance)


def roles_of(labels, links):
    """Coordinator, consultant, gatekeeper, liaison of each node, over all ordered triples."""
    linked = {frozenset(link) for link in links}
    found = []
    for v in range(len(labels)):
        roles = [0, 0, 0, 0]
        around = [u for u in range(len(labels)) if frozenset((u, v)) in linked]
        for a, b in itertools.permutations(around, 2):
            if frozenset((a, b)) in linked:
                continue
            ga, gv, gb = labels[a], labels[v], labels[b]
            if ga == gv == gb:
                roles[0] += 1
            elif ga == gb:
                roles[1] += 1
            elif gv == gb:
                roles[2] += 1
            elif ga != gv:
                roles[3] += 1
        found.append(roles)
    return found


def held(labels, links, unknown, statistic):
    """One statistic against every labelling."""
    drawn = (statistic(dealt, links, unknown) for dealt in labellings(labels))
    return verdict(statistic(labels, links, unknown), drawn)


def among(nodes, pairs):
    place = {node: at for at, node in enumerate(nodes)}
    return [(place[a], place[b]) for a, b in pairs if a in place and b in place]


def chance(domains, links, unknown):
    """Everything that is held against permuted labels."""
    codes = [DOMAINS.index(domain) for domain in domains]
    sides = [SIDES.get(domain, 2) for domain in domains]
    across = lambda labels, links, unknown: surplus(labels, links, unknown, lambda a, b: a != b)
    medical_social = lambda labels, links, unknown: surplus(labels, links, unknown, lambda a, b: {a, b} == {0, 1})
    on_side = [v for v in range(len(domains)) if sides[v] < 2]
    two = ([sides[v] for v in on_side], among(on_side, links), set(among(on_side, unknown)))
    measures = {
        "eIIndex": held(codes, links, unknown, across),
        "assortativity": held(codes, links, unknown, lambda labels, links, _: assortativity(labels, links)),
        "domainModularity": held(codes, links, unknown, lambda labels, links, _: modularity(labels, links)),
        "eIIndexThreeGroups": held(sides, links, unknown, across),
        "crossDensity": held(sides, links, unknown, medical_social),
        "eIIndexSides": held(*two, across) if two[1] else "no_value",
    }
    measures["domainGapRatio"] = measures["crossDensity"]
    mixing = []
    present = sorted(set(codes))
    for i, a in enumerate(present):
        for b in present[i:]:
            inside = lambda x, y: sorted((x, y)) == [a, b]
            ties, known = tally(codes, links, unknown, inside)
            expected = Fraction(len(links) * known, math.comb(len(codes), 2) - len(unknown))
            possible = math.comb(codes.count(a), 2) if a == b else codes.count(a) * codes.count(b)
            found = held(codes, links, unknown, lambda *given: surplus(*given, inside)) if possible else "no_value"
            mixing.append(
                {
                    "a": DOMAINS[a],
                    "b": DOMAINS[b],
                    "expected": float(expected),
                    "ratio": float(ties / expected) if expected else None,
                    "verdict": found,
                }
            )
    total = lambda role: lambda labels, links, _: Fraction(sum(roles[role] for roles in roles_of(labels, links)))
    names = ["coordinator", "consultant", "gatekeeper", "liaison"]
    roles = {name: held(codes, links, unknown, total(role)) for role, name in enumerate(names)}
    return {"measures": measures, "mixing": mixing, "roleTotals": roles}


def small_networks():
    """Name, domains, links, unknown pairs: few enough labellings to go through all."""
    at = {name: node for node, name in enumerate(WORKED["ids"])}
    links = sorted(tuple(sorted(at[end] for end in link.split("-"))) for link in WORKED["links"])
    yield "worked_example", ["social"] * 4 + ["medical"] * 5 + ["public_health"] * 2, links, []
    for seed, domains, share, share_unknown in [
        (1, "medical medical medical social social social social governance", 0.4, 0.0),
        (2, "medical medical medical social social informal informal governance", 0.45, 0.15),
        (3, "medical medical medical medical social social social social social", 0.35, 0.2),
        (4, "medical medical medical medical medical", 0.5, 0.0),
        (5, "medical social", 1.0, 0.0),
        (6, "medical medical social governance public_health education", 0.5, 0.1),
        (7, "governance governance governance medical medical medical medical", 0.4, 0.0),
    ]:
        rng = random.Random(seed)
        domains = domains.split()
        rng.shuffle(domains)
        pairs = list(itertools.combinations(range(len(domains)), 2))
        links = [pair for pair in pairs if rng.random() < share]
        unknown = [pair for pair in pairs if pair not in links and rng.random() < share_unknown]
        yield f"small_{seed}", domains, links, unknown


def small(name, domains, links, unknown):
    found = chance(domains, links, set(unknown))
    graph = nx.Graph(links)
    graph.add_nodes_from(range(len(domains)))
    parts = [{v for v in graph if domains[v] == domain} for domain in set(domains)]
    theirs = nx.community.modularity(graph, parts)
    assert abs(theirs - float(modularity(domains, links))) < 1e-12
    return {"name": name, "domains": domains, "links": links, "unknown": unknown, **found}


def brokerage(name, graph, seed):
    rng = random.Random(seed)
    groups = [rng.randrange(4) for _ in graph]
    links = sorted(tuple(sorted(link)) for link in graph.edges)
    return {"name": name, "groups": groups, "links": links, "roles": roles_of(groups, links)}


def adjusted_rand(one, other):
    """Over all pairs of nodes: together in both, in one, in the other (Hubert & Arabie's index in its other form)."""
    both = only_one = only_other = neither = 0
    for a, b in itertools.combinations(range(len(one)), 2):
        x, y = one[a] == one[b], other[a] == other[b]
        both, only_one, only_other, neither = (
            both + (x and y),
            only_one + (x and not y),
            only_other + (y and not x),
            neither + (not x and not y),
        )
    below = (both + only_one) * (only_one + neither) + (both + only_other) * (only_other + neither)
    return 2 * (both * neither - only_one * only_other) / below if below else None


def rand_cases():
    yield [0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]
    yield [0, 0, 1, 1], [1, 1, 0, 0]
    yield [0, 1, 0, 1], [0, 0, 1, 1]
    yield [0, 0, 0], [0, 0, 0]
    yield [0, 1, 2], [0, 1, 2]
    yield [0, 0, 0, 0], [0, 1, 2, 3]
    rng = random.Random(5)
    for nodes in (10, 40, 100):
        yield [rng.randrange(4) for _ in range(nodes)], [rng.randrange(3) for _ in range(nodes)]


def community(name, graph, weighted):
    links = sorted(tuple(sorted(link)) for link in graph.edges)
    rng = random.Random(len(links))
    weights = [rng.randint(1, 6) if weighted else 1 for _ in links]
    other = igraph.Graph(n=graph.number_of_nodes(), edges=links)
    theirs = nx.Graph()
    theirs.add_nodes_from(range(graph.number_of_nodes()))
    theirs.add_weighted_edges_from((a, b, w) for (a, b), w in zip(links, weights))
    found = []
    for seed in range(20):
        random.seed(seed)
        of = other.community_leiden(objective_function="modularity", weights=weights, n_iterations=2).membership
        parts = [{v for v in theirs if of[v] == group} for group in set(of)]
        found.append((nx.community.modularity(theirs, parts), of))
    of = found[0][1]
    mean = sum(q for q, _ in found) / len(found)
    return {"name": name, "nodes": len(of), "links": links, "weights": weights, "of": of, "modularity": round(found[0][0], 12), "meanModularity": round(mean, 12)}


def rounded(value):
    if isinstance(value, float):
        return round(value, 12)
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return [rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def dump(made, parts):
    """One case a line: small, and readable in a diff."""
    blocks = []
    for name, cases in parts.items():
        lines = ",\n".join(json.dumps(rounded(case), separators=(",", ":")) for case in cases)
        blocks.append(f'"{name}": [\n{lines}\n]')
    print("{\n" + f'"made": {json.dumps(made)},\n' + ",\n".join(blocks) + "\n}")


dump(
    {
        "script": "baselines.py",
        "igraph": igraph.__version__,
        "networkx": nx.__version__,
        "python": platform.python_version(),
    },
    {
        "small": [small(*network) for network in small_networks()],
        "brokerage": [
            brokerage("sparse", nx.gnp_random_graph(40, 0.1, seed=1), 1),
            brokerage("dense", nx.gnp_random_graph(25, 0.5, seed=2), 2),
            brokerage("preferential", nx.barabasi_albert_graph(50, 3, seed=3), 3),
            brokerage("star", nx.star_graph(8), 4),
        ],
        "adjustedRand": [{"one": one, "other": other, "index": adjusted_rand(one, other)} for one, other in rand_cases()],
        "communities": [
            community("karate", nx.karate_club_graph(), False),
            community("planted", nx.planted_partition_graph(6, 20, 0.4, 0.02, seed=1), False),
            community("planted_weighted", nx.planted_partition_graph(5, 30, 0.3, 0.03, seed=2), True),
            community("caveman", nx.connected_caveman_graph(8, 6), False),
            community("small_world", nx.connected_watts_strogatz_graph(200, 6, 0.1, seed=3), True),
            community("random", nx.gnp_random_graph(150, 0.05, seed=4), False),
            community("two_parts", nx.disjoint_union(nx.complete_graph(5), nx.path_graph(9)), False),
        ],
    },
)
