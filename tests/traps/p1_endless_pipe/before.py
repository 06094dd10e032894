import os
import subprocess

os.mkfifo("pipe")
subprocess.run("yes > pipe 2> /dev/null &", shell=True, check=True)
left = [1, 2, 3, 4, 5]


def work(line):
    return sum(k * len(line) % 7 for k in range(2000))


for line in open("pipe"):
    print(work(line))
    left.pop()
