"""NetworKit: C++ with threads; two of them here."""

import harness
import networkit as nk
import numpy as np
from peer_igraph import fast_organisation_pairs

VERSION = nk.__version__
THREADS = 2
BLOCK = 512
FAR = 1e6

nk.setNumberOfThreads(THREADS)
nk.setSeed(1, False)
nk.setLogLevel("ERROR")


class Peer:
    def __init__(self, network):
        self.network = network

    def people(self):
        return graph_of(len(self.network.employer), self.network.a, self.network.b, self.network.strength)

    def size(self, graph):
        return graph.numberOfNodes(), graph.numberOfEdges()

    def links_of(self, graph):
        return graph.iterNeighborsWeights

    def organisations(self):
        a, b, counts = fast_organisation_pairs(self.network).T
        self.weighted = graph_of(len(self.network.ids), a, b, counts)
        self.graph = nk.graphtools.toUnweighted(self.weighted)

    def pairs(self):
        return list(self.weighted.iterEdgesWeights())

    def coalition_distances(self):
        found = []
        for coalition, members in enumerate(self.network.members):
            inside = nk.graphtools.subgraphFromNodes(self.graph, members, compact=True)
            place = {member: at for at, member in enumerate(sorted(members))}
            medical, social = (
                [place[member] for member in self.network.of(coalition, domain)] for domain in (harness.MEDICAL, harness.SOCIAL)
            )
            reach = (nk.distance.BFS(inside, a, storePaths=False).run().getDistances() for a in medical)
            found.append(harness.distance_row([steps[b] if steps[b] < FAR else None for steps in reach for b in social]))
        return found

    def distances_across(self):
        steps = nk.distance.APSP(self.graph).run().getDistances(asarray=True)
        nodes = np.arange(len(self.network.ids))
        blocks = (nodes[first : first + BLOCK] for first in range(0, len(nodes), BLOCK))
        return harness.distances_across(self.network, ((block, steps[block]) for block in blocks))

    def betweenness(self):
        return nk.centrality.Betweenness(self.graph, normalized=True).run().scores()

    def articulation(self):
        """From the biconnected components: who is in two is a cut vertex, and one of two nodes is a bridge."""
        parts = nk.components.BiconnectedComponents(self.graph).run().getComponents()
        seen, cut = set(), set()
        for part in parts:
            cut.update(seen.intersection(part))
            seen.update(part)
        return cut, [part for part in parts if len(part) == 2]

    def cores(self):
        return nk.centrality.CoreDecomposition(self.graph).run().scores()

    def leiden(self):
        found = nk.community.detectCommunities(self.weighted, algo=nk.community.ParallelLeiden(self.weighted), inspect=False)
        return found.getVector()

    def modularity(self, membership):
        return nk.community.Modularity().getQuality(nk.structures.Partition(data=np.asarray(membership)), self.weighted)

    def missing(self):
        adamic, resource = (
            index(self.graph) for index in (nk.linkprediction.AdamicAdarIndex, nk.linkprediction.ResourceAllocationIndex)
        )
        neighbours = [set(self.graph.iterNeighbors(node)) for node in self.graph.iterNodes()]
        return harness.missing(
            self.network, neighbours, lambda pairs: [adamic.run(a, b) + resource.run(a, b) for a, b in pairs]
        )


def graph_of(nodes, a, b, weights):
    ends = np.asarray(a, np.uint64), np.asarray(b, np.uint64)
    return nk.GraphFromCoo((np.asarray(weights, float), ends), n=nodes, weighted=True, directed=False)
