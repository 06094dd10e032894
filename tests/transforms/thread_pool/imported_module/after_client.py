import time
from concurrent.futures import ThreadPoolExecutor


def load(key):
    time.sleep(0.002)
    return key + key.upper()


def load_all(keys):
    with ThreadPoolExecutor(max_workers=32) as pool:
        return list(pool.map(load, keys))
