import sys
import threading


def fill(xs, out):
    for x in xs:
        out.append(x * 2.0)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
out = []
watcher = threading.Thread(target=fill, args=([0.5 * i for i in range(n)], out))
watcher.start()
watcher.join()
print(out)
