"""Computes the measures of seeded random networks with NetworkX, as expected values for the tests of `analysis/measures`.

Usage: python networkx_measures.py > networkx_measures.json
Every value comes from a function of NetworkX where it has one; the rest is counted over its shortest paths and components.
"""

import itertools
import json
import platform
import random

import networkx as nx

DOMAINS = ["medical", "social", "informal", "public_health", "education", "governance"]
SIDES = {"medical": "medical", "social": "social", "informal": "social"}


def networks():
    """Name, seed, graph: dense, sparse, split, hub-heavy, clustered, tree, without lines."""
    yield "gnp_dense", 1, nx.gnp_random_graph(24, 0.35, seed=1)
    yield "gnp_sparse", 2, nx.gnp_random_graph(40, 0.05, seed=2)
    yield "gnp_coalition", 3, nx.gnp_random_graph(60, 0.08, seed=3)
    yield "two_parts", 4, nx.disjoint_union(nx.gnp_random_graph(15, 0.3, seed=4), nx.gnp_random_graph(12, 0.3, seed=5))
    yield "preferential", 6, nx.barabasi_albert_graph(80, 2, seed=6)
    yield "small_world", 7, nx.connected_watts_strogatz_graph(50, 4, 0.1, seed=7)
    yield "more_than_a_word", 8, nx.gnp_random_graph(150, 0.03, seed=8)
    yield "more_than_four_words", 9, nx.gnp_random_graph(300, 0.01, seed=9)
    yield "tree", 10, nx.random_labeled_tree(30, seed=10)
    yield "path", 11, nx.path_graph(90)
    yield "no_lines", 12, nx.empty_graph(7)
    yield "complete", 13, nx.complete_graph(9)


def inverse(distances, a, b):
    steps = distances[a].get(b)
    return 1 / steps if steps else 0.0


def cohesion(graph):
    n = graph.number_of_nodes()
    sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    efficiency = nx.global_efficiency(graph)
    return {
        "density": nx.density(graph),
        "averageDegree": sum(degree for _, degree in graph.degree) / n,
        "components": len(sizes),
        "fragmentation": 1 - sum(s * (s - 1) for s in sizes) / (n * (n - 1)),
        "globalEfficiency": efficiency,
        "distanceFragmentation": 1 - efficiency,
    }


def across(graph, medical, social, blocked):
    steps = nx.Graph()
    steps.add_nodes_from(graph)
    steps.add_edges_from((a, b) for a, b in graph.edges if a not in blocked and b not in blocked)
    distances = dict(nx.all_pairs_shortest_path_length(steps))
    pairs = list(itertools.product(medical, social))
    return {
        "crossDensity": sum(graph.has_edge(a, b) for a, b in pairs) / len(pairs),
        "crossEfficiency": sum(inverse(distances, a, b) for a, b in pairs) / len(pairs),
        "shortLineShare": sum(distances[a].get(b, 3) <= 2 for a, b in pairs) / len(pairs),
        "unreachablePairs": sum(b not in distances[a] for a, b in pairs),
    }


def domains_of(graph, present):
    """What needs lines: E-I from the mixing matrix of NetworkX, assortativity, modularity."""
    if graph.number_of_edges() == 0:
        return {}
    matrix = nx.attribute_mixing_matrix(graph, "domain", normalized=False)  # arcs: every line is counted at both ends
    total, inward = matrix.sum(), matrix.trace()
    parts = [{v for v in graph if graph.nodes[v]["domain"] == domain} for domain in present]
    return {
        "eIIndex": (total - 2 * inward) / total,
        "assortativity": nx.attribute_assortativity_coefficient(graph, "domain"),
        "domainModularity": nx.community.modularity(graph, parts),
    }


def mixing(graph, unknown, present):
    rows = []
    for i, a in enumerate(present):
        for b in present[i:]:
            in_cell = [
                pair
                for pair in itertools.combinations(graph, 2)
                if sorted((graph.nodes[pair[0]]["domain"], graph.nodes[pair[1]]["domain"])) == sorted((a, b))
            ]
            ties = sum(graph.has_edge(*pair) for pair in in_cell)
            rows.append([a, b, ties, len(in_cell), sum(pair in unknown for pair in in_cell)])
    return rows


def rounded(values):
    """To 12 decimals: the last digits depend on the order in which NetworkX walks its sets."""
    return {name: round(float(value), 12) for name, value in values.items()}


def golden(name, seed, graph):
    rng = random.Random(seed)
    n = graph.number_of_nodes()
    kinds = DOMAINS[: rng.randint(3, 6)]
    domains = [kinds[v] if v < len(kinds) else rng.choice(kinds) for v in range(n)]
    nx.set_node_attributes(graph, dict(enumerate(domains)), "domain")
    absent = [pair for pair in itertools.combinations(range(n), 2) if not graph.has_edge(*pair)]
    unknown = sorted(rng.sample(absent, min(len(absent), len(absent) // 50 + 2)))
    blocked = {v for v in range(n) if domains[v] == "governance"}
    medical = [v for v in range(n) if SIDES.get(domains[v]) == "medical"]
    social = [v for v in range(n) if SIDES.get(domains[v]) == "social"]
    completed = graph.copy()
    completed.add_edges_from(unknown)
    present = [domain for domain in DOMAINS if domain in domains]
    value = cohesion(graph) | across(graph, medical, social, blocked) | domains_of(graph, present)
    if any(degree > 1 for _, degree in graph.degree):
        value["transitivity"] = nx.transitivity(graph)
    if graph.number_of_edges():
        value["domainGapRatio"] = value["crossDensity"] / value["density"]
    return {
        "name": name,
        "seed": seed,
        "domains": domains,
        "links": sorted(sorted(link) for link in graph.edges),
        "unknown": unknown,
        "value": rounded(value),
        "completed": rounded(cohesion(completed) | across(completed, medical, social, blocked)),
        "mixing": mixing(graph, set(unknown), present),
        "articulationPoints": sorted(nx.articulation_points(graph)),
        "components": sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part)),
    }


def dump(value):
    """One network a block, one field a line: small, and readable in a diff."""
    fields = lambda network: ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in network.items())
    blocks = ",\n".join("{\n" + fields(network) + "\n}" for network in value["networks"])
    print(f'{{\n"made": {json.dumps(value["made"])},\n"networks": [\n{blocks}\n]\n}}')


dump(
    {
        "made": {"script": "networkx_measures.py", "networkx": nx.__version__, "python": platform.python_version()},
        "networks": [golden(*network) for network in networks()],
    }
)
