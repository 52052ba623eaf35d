"""Values of a made-up coalition of 25 organisations and 100 people, computed with NetworkX.

python networkx_country.py > networkx_country.json

The files in `country/` are what `benches/country/generate.rs` makes for size S.
"""

import csv
import json
import math
import platform
from collections import Counter
from itertools import combinations

import networkx as nx


def rows(name):
    with open(f"country/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def networks():
    people, organisations = nx.Graph(), nx.Graph()
    for row in rows("organisations"):
        organisations.add_node(row["id"], domain=row["domain"])
    employer = {row["id"]: row["organisation"] for row in rows("people")}
    people.add_nodes_from(employer)
    people.add_edges_from((row["from_person"], row["to_person"]) for row in rows("links"))
    pairs = Counter(frozenset((employer[a], employer[b])) for a, b in people.edges)
    organisations.add_weighted_edges_from((*ends, count) for ends, count in pairs.items() if len(ends) == 2)
    return people, organisations


def main():
    people, graph = networks()
    domain = dict(graph.nodes(data="domain"))
    number = lambda name: int(name[1:])
    of = lambda wanted: sorted((node for node in graph if domain[node] == wanted), key=number)
    medical, social = of("medical"), of("social")
    differ = lambda a, b: domain[a] != domain[b]
    mixing = nx.attribute_mixing_matrix(graph, "domain", normalized=False)
    outward = sum(count for a, b, count in graph.edges(data="weight") if differ(a, b))
    inward = sum(count for a, b, count in graph.edges(data="weight") if not differ(a, b))
    steps = dict(nx.all_pairs_shortest_path_length(graph))
    across = [steps[a][b] for a in graph for b in graph if differ(a, b) and b in steps[a]]
    sides = [steps[a].get(b) for a in medical for b in social]
    reached = [it for it in sides if it is not None]
    unlinked = [(a, b) for a in medical for b in social if not graph.has_edge(a, b)]
    adamic, resource = nx.adamic_adar_index(graph, unlinked), nx.resource_allocation_index(graph, unlinked)
    scored = [(a, b, x + y) for (a, b, x), (_, _, y) in zip(adamic, resource)]
    scored.sort(key=lambda line: (-round(line[2], 9), number(line[0]), number(line[1])))
    mean = lambda numbers: math.fsum(numbers) / len(numbers)
    print(
        json.dumps(
            dict(
                made=dict(script="networkx_country.py", networkx=nx.__version__, python=platform.python_version()),
                people=people.number_of_nodes(),
                links=people.number_of_edges(),
                organisations=graph.number_of_nodes(),
                organisation_links=graph.number_of_edges(),
                pairs_of_people=outward + inward,
                figures=dict(
                    e_i=1 - 2 * mixing.trace() / mixing.sum(),
                    medical_social_density=mean([graph.has_edge(a, b) for a in medical for b in social]),
                    cross_domain_density=mean([graph.has_edge(a, b) for a, b in combinations(graph, 2) if differ(a, b)]),
                    assortativity=nx.attribute_assortativity_coefficient(graph, "domain"),
                ),
                e_i_of_people=(outward - inward) / (outward + inward),
                coalition_distance=[mean(reached), len(reached), len(sides) - len(reached)],
                distances_across=dict(mean=mean(across), pairs=len(across), medical_social_mean=mean(reached)),
                missing=len(unlinked),
                missing_first=scored[:20],
            ),
            indent=1,
        )
    )


main()
