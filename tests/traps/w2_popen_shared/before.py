import os
import sys
import time

count = int(sys.argv[1])
pipe = os.popen("i=0; while [ $i -lt %d ]; do echo $i; i=$((i + 1)); done" % count)


def ask(number):
    time.sleep(0.001)
    return number * 100 + int(pipe.readline())


for number in range(count):
    print(ask(number))
pipe.close()
