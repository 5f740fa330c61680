"""Levels, people and heights of a forest with a graph library of Python's, from its upline column.

usage: forest_peers.py networkx|igraph FILE   (int32, little-endian; -1 for a root)
prints: version, seconds, sum of levels, sum of people, sum of heights
"""

import array
import sys
import time


def with_networkx(parents):
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(parents)))
    graph.add_edges_from((up, no) for no, up in enumerate(parents) if up >= 0)
    order = list(networkx.topological_sort(graph))
    level, people, height = {}, {}, {}
    for node in order:
        level[node] = 1 + max((level[up] for up in graph.predecessors(node)), default=0)
    for node in reversed(order):
        people[node] = 1 + sum(people[below] for below in graph.successors(node))
        height[node] = 1 + max((height[below] for below in graph.successors(node)), default=0)
    return networkx.__version__, level, people, height


def with_igraph(parents):
    import igraph

    edges = [(up, no) for no, up in enumerate(parents) if up >= 0]
    graph = igraph.Graph(n=len(parents), edges=edges, directed=True)
    order = graph.topological_sorting()
    recruits = graph.get_adjlist(mode="out")
    level, people, height = {}, {}, {}
    for node in order:
        up = parents[node]
        level[node] = level[up] + 1 if up >= 0 else 1
    for node in reversed(order):
        people[node] = 1 + sum(people[below] for below in recruits[node])
        height[node] = 1 + max((height[below] for below in recruits[node]), default=0)
    return igraph.__version__, level, people, height


def main():
    library, file = sys.argv[1:]
    parents = array.array("i")
    with open(file, "rb") as stream:
        parents.frombytes(stream.read())
    start = time.process_time()
    work = {"networkx": with_networkx, "igraph": with_igraph}[library]
    version, *figures = work(parents)
    seconds = time.process_time() - start
    print(version, f"{seconds:.3f}", *(sum(figure.values()) for figure in figures))


main()
