import numpy as np

signal = np.linspace(0.0, 50.0, 4000)
best = []
for width in range(2, 90):
    smooth = np.zeros(4000 - width)
    for start in range(4000 - width):
        smooth[start] = signal[start : start + width].mean()
    best.append((width, np.sin(smooth).max()))
for width, most in best[:3]:
    print(width, most)
