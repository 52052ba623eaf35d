"""NetworkX: pure Python, the reference for values. What it would take minutes for is asked of small networks alone."""

import harness
import networkx as nx

VERSION = nx.__version__
SMALL_ORGANISATIONS_MAX = 2_000


class LargePeer:
    def __init__(self, network):
        self.network = network

    def people(self):
        graph = nx.Graph()
        graph.add_nodes_from(range(len(self.network.employer)))
        graph.add_weighted_edges_from(zip(self.network.a, self.network.b, self.network.strength))
        return graph

    def size(self, graph):
        return graph.number_of_nodes(), graph.number_of_edges()

    def links_of(self, graph):
        return lambda person: ((other, line["weight"]) for other, line in graph[person].items())

    def organisations(self):
        self.graph = nx.Graph()
        self.graph.add_nodes_from(range(len(self.network.ids)))
        self.graph.add_weighted_edges_from((a, b, count) for (a, b), count in self.network.organisation_pairs().items())

    def pairs(self):
        return list(self.graph.edges(data="weight"))

    def coalition_distances(self):
        found = []
        for coalition, members in enumerate(self.network.members):
            inside, social = self.graph.subgraph(members).copy(), self.network.of(coalition, harness.SOCIAL)
            reach = (nx.single_source_shortest_path_length(inside, a) for a in self.network.of(coalition, harness.MEDICAL))
            found.append(harness.distance_row([steps.get(b) for steps in reach for b in social]))
        return found

    def constraint(self):
        return list(nx.constraint(self.graph, weight="weight").values())

    def articulation(self):
        return list(nx.articulation_points(self.graph)), list(nx.bridges(self.graph))

    def cores(self):
        return list(nx.core_number(self.graph).values())

    def missing(self):
        def score(pairs):
            adamic, resource = nx.adamic_adar_index(self.graph, pairs), nx.resource_allocation_index(self.graph, pairs)
            return [x + y for (_, _, x), (_, _, y) in zip(adamic, resource)]

        return harness.missing(self.network, self.graph, score)


class SmallPeer(LargePeer):
    """With the tasks over all pairs."""

    def distances_across(self):
        nodes = range(len(self.network.ids))
        reach = ((a, nx.single_source_shortest_path_length(self.graph, a)) for a in nodes)
        return harness.distances_across(self.network, (([a], [[steps.get(b, -1) for b in nodes]]) for a, steps in reach))

    def betweenness(self):
        found = nx.betweenness_centrality(self.graph)
        return [found[node] for node in range(len(found))]


def Peer(network):
    return SmallPeer(network) if len(network.ids) <= SMALL_ORGANISATIONS_MAX else LargePeer(network)
