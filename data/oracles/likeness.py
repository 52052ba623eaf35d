"""Computes how alike seeded networks and made-up coalitions are, with netrd, NumPy and SciPy.

Usage: python likeness.py > likeness.json
Portraits: B[l, k] counts the nodes with k nodes at distance l, from NetworkX's shortest path lengths; `portrait_divergence` of netrd
does the rest. Coverage and ratios: written out with NumPy from the formulas in src/analysis/likeness. Trees: SciPy's
`linkage(method="average")` and `leaves_list` over those distances.
"""

import importlib.util
import json
import platform
import random
import sys
import types

import networkx as nx
import numpy as np
import scipy
from scipy.cluster.hierarchy import leaves_list, linkage

DOMAINS = ["medical", "social", "informal", "public_health", "education", "governance"]
STATES = {"a": 0, "w": 1, "n": 2, "t": 3}


def netrd_divergence():
    """The function of netrd's own file, and the file's version; without the rest of netrd, which asks for much more."""
    from importlib.metadata import files, version

    folder = [it for it in files("netrd") if str(it) == "netrd/__init__.py"][0].locate().parent
    for name in ["netrd", "netrd.distance", "netrd.utilities"]:
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = []
    for name in ["netrd.utilities.entropy", "netrd.distance.base", "netrd.distance.portrait_divergence"]:
        spec = importlib.util.spec_from_file_location(name, str(folder.joinpath(*name.split(".")[1:])) + ".py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        setattr(sys.modules[name.rpartition(".")[0]], name.rpartition(".")[2], module)
        spec.loader.exec_module(module)
    return sys.modules["netrd.distance.portrait_divergence"].portrait_divergence, version("netrd")


def networks():
    yield nx.gnp_random_graph(14, 0.25, seed=1)
    yield nx.gnp_random_graph(16, 0.25, seed=2)
    yield nx.gnp_random_graph(13, 0.1, seed=3)  # split, with isolates
    yield nx.barabasi_albert_graph(15, 2, seed=4)
    yield nx.star_graph(12)
    yield nx.path_graph(12)
    yield nx.cycle_graph(14)
    yield nx.complete_graph(13)
    yield nx.random_labeled_tree(15, seed=5)
    yield nx.connected_watts_strogatz_graph(40, 4, 0.2, seed=6)
    yield nx.disjoint_union(nx.complete_graph(7), nx.gnp_random_graph(9, 0.4, seed=7))
    yield nx.empty_graph(12)
    yield nx.gnp_random_graph(60, 0.06, seed=8)


def portrait(graph):
    nodes = graph.number_of_nodes()
    lengths = [list(of.values()) for _, of in nx.all_pairs_shortest_path_length(graph)]
    longest = max(max(of) for of in lengths)
    found = np.zeros((longest + 1, nodes + 1))
    for of in lengths:
        for distance in range(longest + 1):
            found[distance, of.count(distance)] += 1
    return found


def divergences(graphs):
    divergence, _ = netrd_divergence()
    portraits = [portrait(graph) for graph in graphs]
    for i, a in enumerate(portraits):
        for j, b in enumerate(portraits[: i + 1]):
            yield [i, j, round(float(divergence(a, b, len(graphs[i]), len(graphs[j]))), 12) + 0.0]


def coverage(one, other, weights):
    """Weighted mean of the steps between two states, over the kinds of which both are known; and the weight of these."""
    known = np.array([a in STATES and b in STATES for a, b in zip(one, other)])
    steps = np.array([abs(STATES.get(a, 0) - STATES.get(b, 0)) / 3 for a, b in zip(one, other)])
    weight = np.array(weights) * known
    return (float((weight * steps).sum() / weight.sum()) if weight.sum() else None), int(weight.sum())


def words(count, kinds, seed, unknown):
    rng = random.Random(seed)
    letters = "twna" * 3 + "?" * unknown
    return ["".join(rng.choice(letters) for _ in range(kinds)) for _ in range(count)]


def rows_of_coverage():
    weights = [2] * 14 + [1] * 14
    for seed in range(12):
        one, other = words(2, 28, seed, 8)
        yield one, other, weights
        yield one, other, [random.Random(seed).randint(0, 3) for _ in range(28)]
    yield "????", "tttt", [2] * 4


def ratios(graph, domains):
    links, possible = graph.number_of_edges(), len(domains) * (len(domains) - 1) / 2
    found = []
    for place, a in enumerate(DOMAINS):
        for b in DOMAINS[place:]:
            sizes = domains.count(a), domains.count(b)
            pairs = sizes[0] * (sizes[0] - 1) / 2 if a == b else sizes[0] * sizes[1]
            if min(sizes) < 3 or links == 0 or links == possible:
                found.append(None)
                continue
            ties = sum({domains[u], domains[v]} == {a, b} for u, v in graph.edges)
            # The bounded form of a log ratio; without lines its limit.
            expected = links * pairs / possible
            found.append(float(np.tanh(np.log(ties / expected) / 2)) if ties else -1.0)
    return found


def rows_of_ratios():
    before = None
    for seed in range(10):
        rng = random.Random(seed)
        nodes = rng.randint(8, 40)
        graph = nx.gnp_random_graph(nodes, 0.0 if seed == 7 else 0.2, seed=seed)
        domains = [rng.choice(DOMAINS[: rng.randint(2, 6)]) for _ in range(nodes)]
        found = ratios(graph, domains)
        both = [(a, b) for a, b in zip(found, before or []) if a is not None and b is not None]
        distance = float(np.mean([abs(a - b) / 2 for a, b in both])) if both else None
        before = found
        yield {
            "domains": domains,
            "links": sorted(sorted(link) for link in graph.edges),
            "ratios": [None if it is None else round(it, 12) + 0.0 for it in found],
            "distance": None if distance is None else round(distance, 12),
        }


def trees():
    for count, kinds, seed in [(2, 40, 1), (7, 60, 2), (25, 120, 3), (60, 300, 4)]:
        weights = [random.Random(seed * 1000 + kind).randint(1, 99_991) for kind in range(kinds)]
        of = words(count, kinds, seed, 0)
        distances = [coverage(a, b, weights)[0] for i, a in enumerate(of) for b in of[i + 1 :]]
        assert len(set(distances)) == len(distances), "without equal distances there is one tree"
        found = linkage(np.array(distances), method="average")
        yield {
            "coalitions": of,
            "weights": weights,
            "merges": [[int(a), int(b), round(float(height), 12), int(size)] for a, b, height, size in found],
            "order": [int(it) for it in leaves_list(found)],
        }


def main():
    graphs = list(networks())
    goldens = {
        "made": f"netrd {netrd_divergence()[1]}, NetworkX {nx.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}, "
        f"Python {platform.python_version()}",
        "networks": [{"nodes": len(it), "links": sorted(sorted(link) for link in it.edges)} for it in graphs],
        "divergences": list(divergences(graphs)),
        "coverage": [
            {"one": one, "other": other, "weights": weights, "distance": found and round(found, 12), "compared": compared}
            for one, other, weights in rows_of_coverage()
            for found, compared in [coverage(one, other, weights)]
        ],
        "ratios": list(rows_of_ratios()),
        "trees": list(trees()),
    }
    json.dump(goldens, sys.stdout, separators=(",", ":"))
    print()


main()
