import time
from concurrent.futures import ThreadPoolExecutor


def fetch(name):
    for _ in range(2):
        time.sleep(0.002)
    return name.upper()


def main():
    first = "a"
    label = "pages"
    print(label)
    with ThreadPoolExecutor(max_workers=32) as pool:
        one_task = pool.submit(fetch, first)
        two_task = pool.submit(fetch, "b")
        one = one_task.result()
        two = two_task.result()
    print(one, two)


main()
