from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

for n in range(25):
    if n % 6 != 4:
        with open(f"part{n}.txt", "w") as file:
            file.write(f"{n} {n * n}" if n % 5 else "broken")


def main():
    total = 0

    def read_for_n(n):
        with open(f"part{n}.txt") as file:
            text = file.read()
        first, second = text.split()
        return text, first, second

    def try_read_for_n(n):
        try:
            return read_for_n(n), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=8) as pool, closing(pool.map(try_read_for_n, range(25))) as results:
        for n in range(25):
            print("part", n)
            result, failure = next(results)
            try:
                if failure is not None:
                    raise failure
                text, first, second = result
                size = len(text)
                print(first, second)
            except FileNotFoundError:
                print("none")
                continue
            except ValueError as error:
                print("no pair:", error)
            else:
                total += int(second) * size
            finally:
                print("done", n)
    print(total)


if __name__ == "__main__":
    main()
