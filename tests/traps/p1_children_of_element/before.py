import sys
import xml.etree.ElementTree as ET

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
root = ET.fromstring("<a><b/><c/></a>")


def work(n):
    children = 0
    for child in root:
        children += 1
    return sum(k * n % 7 for k in range(2000)), children


out = []
for i in range(count):
    out.append(work(i))
    root.clear()
print(out)
