"""Orders of battle from scenarios of ORBAT Mapper (JSON, versions 0.6 to 3.x)."""
