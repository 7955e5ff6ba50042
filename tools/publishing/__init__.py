"""The folder of the site as any static host takes it, with the policy that its pages hold to."""
