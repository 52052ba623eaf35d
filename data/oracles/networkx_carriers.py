"""Computes the carriers of seeded random networks, and the reciprocity of seeded directed ones, with NetworkX.

Usage: python networkx_carriers.py > networkx_carriers.json
Carriers: `minimum_node_cut` and `node_connectivity` between a super-source joined to one side and a super-sink joined to the other;
who is in some smallest cut: without whom the connectivity is one less. Reciprocity: `overall_reciprocity`; the corrected one from
it and `density`.
"""

import json
import platform
import random

import networkx as nx


def networks():
    """Name, seed, graph, share of people on the first side, on the second."""
    yield "sparse", 1, nx.gnp_random_graph(40, 0.06, seed=1), 0.3, 0.3
    yield "dense", 2, nx.gnp_random_graph(30, 0.3, seed=2), 0.3, 0.3
    yield "small_sides", 3, nx.gnp_random_graph(60, 0.1, seed=3), 0.1, 0.1
    yield "two_parts", 4, nx.disjoint_union(nx.gnp_random_graph(15, 0.3, seed=4), nx.gnp_random_graph(12, 0.3, seed=5)), 0.3, 0.3
    yield "preferential", 6, nx.barabasi_albert_graph(80, 2, seed=6), 0.2, 0.2
    yield "small_world", 7, nx.connected_watts_strogatz_graph(50, 4, 0.1, seed=7), 0.2, 0.2
    yield "tree", 8, nx.random_labeled_tree(40, seed=8), 0.3, 0.3
    yield "path", 9, nx.path_graph(50), 0.1, 0.1
    yield "grid", 10, nx.convert_node_labels_to_integers(nx.grid_2d_graph(8, 8)), 0.15, 0.15
    yield "caveman", 11, nx.connected_caveman_graph(6, 6), 0.2, 0.2
    yield "no_lines", 12, nx.empty_graph(9), 0.3, 0.3
    yield "large", 13, nx.gnp_random_graph(150, 0.03, seed=13), 0.3, 0.3


def connectivity(graph, first, second):
    joined = graph.copy()
    joined.add_edges_from(("source", v) for v in first if v in graph)
    joined.add_edges_from((v, "sink") for v in second if v in graph)
    joined.add_nodes_from(["source", "sink"])
    return joined, nx.node_connectivity(joined, "source", "sink")


def golden(name, seed, graph, share_first, share_second):
    rng = random.Random(seed)
    nodes = list(graph)
    first = sorted(rng.sample(nodes, max(1, round(share_first * len(nodes)))))
    rest = [v for v in nodes if v not in first]
    both = [first[0]] if seed % 4 == 0 else []  # a person on both sides, now and then
    second = sorted(rng.sample(rest, max(1, round(share_second * len(nodes)))) + both)
    joined, carriers = connectivity(graph, first, second)
    assert carriers == 0 or len(nx.minimum_node_cut(joined, "source", "sink")) == carriers
    without = [v for v in nodes if connectivity(graph.subgraph(set(nodes) - {v}), first, second)[1] == carriers - 1]
    return {
        "name": name,
        "nodes": len(nodes),
        "links": sorted(sorted(link) for link in graph.edges),
        "first": first,
        "second": second,
        "carriers": carriers,
        "inSomeCut": without,
    }


def directed(name, graph):
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    r, density = nx.overall_reciprocity(graph), nx.density(graph)
    return {
        "name": name,
        "nodes": graph.number_of_nodes(),
        "arcs": sorted(graph.edges),
        "reciprocity": round(r, 12),
        "expected": round(density, 12),
        "corrected": round((r - density) / (1 - density), 12),
    }


def dump(value):
    """One network a block, one field a line: small, and readable in a diff."""
    fields = lambda network: ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in network.items())
    blocks = lambda networks: ",\n".join("{\n" + fields(network) + "\n}" for network in networks)
    made = json.dumps(value["made"])
    print(f'{{\n"made": {made},\n"networks": [\n{blocks(value["networks"])}\n],\n"directed": [\n{blocks(value["directed"])}\n]\n}}')


dump(
    {
        "made": {"script": "networkx_carriers.py", "networkx": nx.__version__, "python": platform.python_version()},
        "networks": [golden(*network) for network in networks()],
        "directed": [
            directed("sparse", nx.gnp_random_graph(30, 0.05, seed=1, directed=True)),
            directed("dense", nx.gnp_random_graph(20, 0.4, seed=2, directed=True)),
            directed("cycle", nx.cycle_graph(9, create_using=nx.DiGraph)),
            directed("returned", nx.cycle_graph(9).to_directed()),
            directed("scale_free", nx.DiGraph(nx.scale_free_graph(40, seed=3))),
        ],
    }
)
