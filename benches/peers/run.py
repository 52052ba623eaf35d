"""Times one peer on one network: python run.py PEER SIZE FOLDER RESULT.json"""

import importlib
import sys

import harness


def main(name, size, folder, result):
    module = importlib.import_module(f"peer_{name}")
    clock = harness.Clock(name, module.VERSION, size, result)
    network = clock.time("load_csv", lambda: harness.Network(folder))
    peer = module.Peer(network)
    people = clock.time("build_people", peer.people)
    people_count, links = peer.size(people)
    # Asked last, of the people graph; only who has a way to read neighbours from it can be asked.
    links_of = peer.links_of(people) if hasattr(peer, "links_of") else None
    del people
    tasks = clock.result["tasks"]
    tasks["load_build_people"] = {key: tasks["load_csv"][key] + tasks["build_people"][key] for key in ("s", "min", "cpu")}
    tasks["load_build_people"]["rss_mb"] = tasks["build_people"]["rss_mb"]
    clock.time("build_orgs", peer.organisations)
    pairs = peer.pairs()
    edges, weight = len(pairs), int(sum(count for _, _, count in pairs))
    clock.values(people=people_count, links=links, orgs=len(network.ids), org_edges=edges, org_weight_sum=weight)
    national, coalitions, of_people = clock.time("b_metrics", lambda: harness.metrics(network, peer.pairs()))
    clock.values(national=national, coalitions=coalitions[: harness.COALITIONS_WRITTEN], ei_weighted=of_people)
    small = len(network.ids) <= harness.ALL_PAIRS_ORGANISATIONS_MAX
    for task, method, note in tasks_of(peer, network, small):
        if hasattr(peer, method):
            clock.values(**note(clock.time(task, getattr(peer, method))))
    if links_of:
        serves = [network.kind[employer] == harness.LOOKED_FOR for employer in network.employer]
        answers = clock.each("e_who", network.queries, lambda person: harness.nearest(links_of, serves, person))
        if len(answers) == len(network.queries):
            clock.values(who=harness.who_values(network, answers))


def tasks_of(peer, network, small):
    """Task, method of the peer, and what its answer says."""
    ids = network.ids
    yield "b_coal_dist", "coalition_distances", lambda found: dict(coal_ms_dist=found[: harness.COALITIONS_WRITTEN])
    if small:
        yield "b_xdist", "distances_across", lambda found: dict(xdist=found)
        yield "c_betweenness", "betweenness", lambda found: dict(
            betweenness_sum=sum(found), betweenness_top10=harness.top(found, ids)
        )
    yield "c_constraint_weighted", "constraint", lambda found: dict(
        c_constraint_weighted_sum=sum(value for value in found if value == value)
    )
    yield "c_articulation", "articulation", lambda found: dict(articulation=len(found[0]), bridges=len(found[1]))
    yield "c_kcore", "cores", lambda found: dict(max_core=int(max(found)), core_sum=int(sum(found)))
    yield "c_leiden", "leiden", lambda found: dict(leiden_q=peer.modularity(found), leiden_n=len(set(found)))
    yield "d_missing", "missing", lambda found: dict(
        missing_pairs=found[1],
        missing_checksum=-sum(line[0] for lines in found[0] for line in lines),
        missing_first5=[[[ids[a], ids[b], -score] for score, a, b in lines] for lines in found[0][: harness.MISSING_WRITTEN]],
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
