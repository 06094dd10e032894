import time
from concurrent.futures import ThreadPoolExecutor


def ask(host):
    time.sleep(0.002)
    return f"{host}: {len(host) * 7 % 5} ms"


hosts = [f"node-{n}.example" for n in range(24)]
with ThreadPoolExecutor(max_workers=32) as pool:
    answers = list(pool.map(ask, hosts))
print("\n".join(answers))
