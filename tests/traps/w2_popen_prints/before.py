import os
import sys


def tell(number):
    pipe = os.popen("cat", "w")
    pipe.write("item %d\n" % number)
    pipe.close()
    return number


total = 0
for number in range(int(sys.argv[1])):
    total += tell(number)
print(total)
