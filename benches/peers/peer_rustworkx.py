"""rustworkx: petgraph and parallel loops behind Python."""

import harness
import numpy as np
import rustworkx
from peer_igraph import fast_organisation_pairs

VERSION = rustworkx.__version__
BLOCK = 512


class Peer:
    def __init__(self, network):
        self.network = network

    def people(self):
        return self.graph_of(self.network.employer, zip(self.network.a, self.network.b, self.network.strength))

    def graph_of(self, nodes, edges):
        graph = rustworkx.PyGraph(multigraph=False)
        graph.add_nodes_from(nodes)
        graph.add_edges_from(list(edges))
        return graph

    def size(self, graph):
        return graph.num_nodes(), graph.num_edges()

    def links_of(self, graph):
        return lambda person: graph.adj(person).items()

    def organisations(self):
        pairs = fast_organisation_pairs(self.network).tolist()
        self.graph = self.graph_of(self.network.domain, map(tuple, pairs))

    def pairs(self):
        return list(self.graph.weighted_edge_list())

    def coalition_distances(self):
        found = []
        for members in self.network.members:
            steps = rustworkx.graph_distance_matrix(self.graph.subgraph(members), null_value=-1.0)
            domain = np.asarray([self.network.domain[member] for member in members])
            across = steps[np.ix_(domain == harness.MEDICAL, domain == harness.SOCIAL)].ravel().tolist()
            found.append(harness.distance_row([None if it < 0 else it for it in across]))
        return found

    def distances_across(self):
        steps = rustworkx.graph_distance_matrix(self.graph, null_value=-1.0)
        nodes = np.arange(len(steps))
        blocks = (nodes[first : first + BLOCK] for first in range(0, len(nodes), BLOCK))
        return harness.distances_across(self.network, ((block, steps[block]) for block in blocks))

    def betweenness(self):
        found = rustworkx.graph_betweenness_centrality(self.graph, normalized=True)
        return [found[node] for node in range(len(found))]

    def articulation(self):
        return rustworkx.articulation_points(self.graph), rustworkx.bridges(self.graph)

    def cores(self):
        return list(rustworkx.core_number(self.graph).values())

    def missing(self):
        return harness.missing(self.network, [set(self.graph.neighbors(node)) for node in self.graph.node_indices()])
