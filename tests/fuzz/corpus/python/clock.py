import time
from contextlib import contextmanager
@contextmanager
def timer(label):
    t0 = time.time()
    yield
    print(f'{label}: {time.time() - t0:.2f} s')
rows = []
with timer('all'):
    for i in range(3):
        t = time.perf_counter()
        rows.append((i, sum(j * j for j in range(i)), time.perf_counter() - t))
for i, value, took in rows:
    print('%d: %d in %.3f' % (i, value, took))
