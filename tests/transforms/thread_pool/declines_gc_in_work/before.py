import gc
import time


def loaded(name):
    time.sleep(0.001)
    gc.collect()
    return name.upper()


def main():
    rows = []
    for n in range(20):
        rows.append(loaded("n%d" % n))
    print(rows)


if __name__ == "__main__":
    main()
