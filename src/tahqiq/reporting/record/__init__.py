"""What the record answers, told: `figures.figure` one question whole, `asked` its answers, `described` a register."""
