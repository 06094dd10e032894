import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing


class Site:
    def __init__(self, pause):
        self.pause = pause

    def size(self, name):
        time.sleep(self.pause)
        return len(name)

    def largest(self, names):
        with ThreadPoolExecutor(max_workers=32) as pool, closing(pool.map(self.size, names)) as keys:
            return max(names, key=lambda _: next(keys))


print(Site(0.002).largest(["a", "bcd", "efg"]))
