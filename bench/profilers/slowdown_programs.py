# SPDX-License-Identifier: Apache-2.0
"""Programs of everyday kinds for slowdown.py: NAME ROUNDS.

Prints the seconds that the work took by its own clock, without the start of the
interpreter and of the profiler, and the longest gap between two heartbeats.
"""
import asyncio
import json
import pickle
import re
import sys
import threading
import time


class Beat:
    """Told at every step: how long was the program at a standstill?"""
    last = 0.0
    longest = 0.0

    @classmethod
    def here(cls):
        now = time.perf_counter()
        if cls.last:
            cls.longest = max(cls.longest, now - cls.last)
        cls.last = now


class Node:
    def __init__(self, left, right):
        self.left, self.right = left, right


def tree(depth):
    return Node(tree(depth - 1), tree(depth - 1)) if depth else None


def allocation():
    return tree(13)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def calls():
    return fib(21)


def nbody():
    bodies = [[float(i), i * 0.5, 1.0 + i] for i in range(12)]
    for _ in range(40):
        for a in bodies:
            for b in bodies:
                gap = a[0] - b[0]
                a[1] -= gap * b[2] / (gap * gap + 1.0)
        for a in bodies:
            a[0] += 0.01 * a[1]
    return bodies


class Task:
    """As in richards: objects that hand packets to each other."""

    def __init__(self, number):
        self.number, self.queue, self.handled = number, [], 0

    def run(self, tasks):
        if self.queue:
            packet = self.queue.pop(0)
            self.handled += 1
            tasks[(self.number + packet) % len(tasks)].queue.append(packet)


def scheduler():
    tasks = [Task(number) for number in range(10)]
    for task in tasks:
        task.queue.append(task.number + 1)
    for _ in range(1500):
        for task in tasks:
            task.run(tasks)
    return tasks


class Constraint:
    def __init__(self, scale, before):
        self.scale, self.before, self.value = scale, before, 0

    def execute(self):
        self.value = self.before.value * self.scale + 1 if self.before else 1


def constraints():
    """As in deltablue: a chain of methods of objects that hold each other."""
    chain = [Constraint(1, None)]
    for _ in range(2000):
        chain.append(Constraint(1, chain[-1]))
    for _ in range(8):
        for one in chain:
            one.execute()
    return chain[-1].value


TEXT = "the year 1984 and 2001, mail a.b@example.org " * 400
PATTERN = re.compile(r"[\w.]+@[\w.]+|\b\d{4}\b")
DOCUMENT = {"rows": [{"id": i, "name": f"row {i}", "values": [i, i / 7]}
                     for i in range(1500)]}


def regex():
    return PATTERN.findall(TEXT)


def as_json():
    return json.loads(json.dumps(DOCUMENT))


def pickled():
    return [pickle.loads(pickle.dumps(DOCUMENT)) for _ in range(4)]


async def ping(queue, other):
    for _ in range(300):
        await other.put(1)
        await queue.get()


def coroutines():
    async def both():
        one, two = asyncio.Queue(), asyncio.Queue()
        await asyncio.gather(ping(one, two), ping(two, one))
    asyncio.run(both())


def count(steps):
    for _ in range(steps):
        pass


def in_threads():
    threads = [threading.Thread(target=count, args=(300_000,))
               for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def wait_until(ended):
    while not ended.wait(0.05):
        count(100)


def many_threads(rounds):
    """160 threads that mostly wait, beside one that works."""
    ended = threading.Event()
    threads = [threading.Thread(target=wait_until, args=(ended,))
               for _ in range(160)]
    for thread in threads:
        thread.start()
    repeat(calls, rounds)
    ended.set()
    for thread in threads:
        thread.join()


def arrays():
    import numpy
    square = numpy.arange(90_000.0).reshape(300, 300)
    return (square * 2.0 + square.T).sum(axis=0) @ square


def repeat(work, rounds):
    for _ in range(rounds):
        work()
        Beat.here()


PROGRAMS = {"allocation": allocation, "calls": calls, "nbody": nbody,
            "scheduler": scheduler, "constraints": constraints, "regex": regex,
            "json": as_json, "pickle": pickled, "asyncio": coroutines,
            "threads": in_threads, "arrays": arrays}


def main():
    name, rounds, output = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    began = time.perf_counter()
    if name == "many_threads":
        many_threads(rounds)
    else:
        repeat(PROGRAMS[name], rounds)
    with open(output, "w") as file:
        json.dump({"seconds": time.perf_counter() - began,
                   "longest_gap": Beat.longest}, file)


if __name__ == "__main__":
    main()
