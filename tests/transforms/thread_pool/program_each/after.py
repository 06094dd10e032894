import subprocess
from concurrent.futures import ThreadPoolExecutor


def checksum(text):
    done = subprocess.run(
        ["cksum"], input=text.encode(), stdout=subprocess.PIPE, check=True
    )
    return int(done.stdout.split()[0])


def main():
    total = 0

    def checksum_for_number(number):
        return checksum(f"text {number}")

    with ThreadPoolExecutor(max_workers=8) as pool:
        for result in pool.map(checksum_for_number, range(6)):
            total += result
    print(total)


if __name__ == "__main__":
    main()
