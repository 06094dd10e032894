import sys

if sys.argv[2:] == ["loud"]:
    from loud import burn
else:
    from quiet import burn

size = int(sys.argv[1])
results = []
for n in range(size):
    results.append(burn(n))
print(results[:3])
