"""python-igraph: the C library."""

import harness
import igraph
import numpy as np

VERSION = igraph.__version__
BLOCK = 256


class Peer:
    def __init__(self, network):
        self.network = network

    def people(self):
        edges = zip(self.network.a, self.network.b)
        return igraph.Graph(n=len(self.network.employer), edges=edges, edge_attrs={"strength": self.network.strength})

    def size(self, graph):
        return graph.vcount(), graph.ecount()

    def links_of(self, graph):
        strength = graph.es["strength"]
        # Neighbours and the lines to them come in the same order.
        return lambda person: zip(graph.neighbors(person), (strength[line] for line in graph.incident(person)))

    def organisations(self):
        pairs = fast_organisation_pairs(self.network)
        self.graph = igraph.Graph(n=len(self.network.ids), edges=pairs[:, :2].tolist(), edge_attrs={"weight": pairs[:, 2].tolist()})

    def pairs(self):
        return np.column_stack([self.graph.get_edgelist(), self.graph.es["weight"]])

    def coalition_distances(self):
        found = []
        for members in self.network.members:
            inside, domain = self.graph.induced_subgraph(members), [self.network.domain[member] for member in members]
            medical, social = ([i for i, it in enumerate(domain) if it == wanted] for wanted in (harness.MEDICAL, harness.SOCIAL))
            steps = (steps for row in inside.distances(medical, social) for steps in row)
            found.append(harness.distance_row([None if it == float("inf") else it for it in steps]))
        return found

    def distances_across(self):
        nodes = self.graph.vcount()
        blocks = (range(first, min(nodes, first + BLOCK)) for first in range(0, nodes, BLOCK))
        return harness.distances_across(self.network, ((np.asarray(block), self.graph.distances(block)) for block in blocks))

    def betweenness(self):
        nodes = self.graph.vcount()
        return [2 * it / ((nodes - 1) * (nodes - 2)) for it in self.graph.betweenness(directed=False)]

    def constraint(self):
        return self.graph.constraint(weights="weight")

    def articulation(self):
        return self.graph.articulation_points(), self.graph.bridges()

    def cores(self):
        return self.graph.coreness()

    def leiden(self):
        return self.graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=2).membership

    def modularity(self, membership):
        return self.graph.modularity(membership, weights="weight")

    def missing(self):
        return harness.missing(self.network, [set(them) for them in self.graph.get_adjlist()])


def fast_organisation_pairs(network):
    """Rows (a, b, pairs of people) by NumPy, for peers that take arrays or would wait for Python."""
    employer = np.asarray(network.employer, np.int64)
    ends = np.sort(np.stack([employer[network.a], employer[network.b]]), axis=0)
    a, b = ends[:, ends[0] != ends[1]]
    codes, counts = np.unique(a * len(network.ids) + b, return_counts=True)
    return np.stack([codes // len(network.ids), codes % len(network.ids), counts], axis=1)
