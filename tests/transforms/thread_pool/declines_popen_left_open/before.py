import os


def main():
    pipes = []
    for number in range(6):
        pipes.append(os.popen(f"echo {number}"))
    print([pipe.read() for pipe in pipes])


if __name__ == "__main__":
    main()
