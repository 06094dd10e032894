import subprocess


def checksum(text):
    done = subprocess.run(
        ["cksum"], input=text.encode(), stdout=subprocess.PIPE, check=True
    )
    return int(done.stdout.split()[0])


def main():
    total = 0
    for number in range(6):
        total += checksum(f"text {number}")
    print(total)


if __name__ == "__main__":
    main()
