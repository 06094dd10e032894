import subprocess
import sys

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def crunch(number):
    total = 0
    for k in range(3000):
        total += (number * k * k) % 7
    return total


def main():
    counter = subprocess.Popen(
        [sys.executable, "-c", "import sys; print(len(sys.stdin.read()))"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    text = ""
    for number in range(COUNT):
        text += str(crunch(number))
        if number == COUNT - 1:
            # It sees no end of its input while another process could write.
            print(counter.communicate(text)[0])
    print(text)


main()
