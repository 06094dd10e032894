import requests
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import copy, deepcopy


class Mirror:
    def __init__(self, source, target):
        self.source = source
        self.target = target
        self.here = requests.Session()
        self.here.auth = ("here", "1")
        self.there = requests.Session()
        self.there.auth = ("there", "2")

    def same(self, name):
        here = self.here.get(f"{self.source}/{name}").json()
        there = self.there.get(f"{self.target}/{name}").json()
        return here["auth"], there["auth"]


mirror = Mirror("http://127.0.0.1:9", "http://127.0.0.2:9")


local = threading.local()


def start_worker():
    """Make what belongs to this thread alone."""
    own_mirror = copy(mirror)
    own_mirror.here = stack.enter_context(deepcopy(mirror.here))
    own_mirror.there = stack.enter_context(deepcopy(mirror.there))
    local.own_mirror = own_mirror


def same_for_name(name):
    return local.own_mirror.same(name)


with ExitStack() as stack, ThreadPoolExecutor(
    max_workers=32,
    initializer=start_worker,
) as pool:
    print(list(pool.map(same_for_name, "abcdefgh")))
