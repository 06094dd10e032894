import subprocess

log = open("errors.log", "w")
lines = []
for number in range(5):
    done = subprocess.run(["expr", str(number), "+", "1"], stdout=subprocess.PIPE, stderr=log)
    lines.append(done.stdout)
log.close()
print(lines)
