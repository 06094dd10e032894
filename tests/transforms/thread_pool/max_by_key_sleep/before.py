import time


class Site:
    def __init__(self, pause):
        self.pause = pause

    def size(self, name):
        time.sleep(self.pause)
        return len(name)

    def largest(self, names):
        return max(names, key=self.size)


print(Site(0.002).largest(["a", "bcd", "efg"]))
