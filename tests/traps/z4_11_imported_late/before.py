"""A module that is imported after an option has changed another one."""
import sys

import settings

if len(sys.argv) > 2:
    settings.set_step(int(sys.argv[2]))

import engine

size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(engine.burn(n))
print(repr(results[:3]), sum(results))
