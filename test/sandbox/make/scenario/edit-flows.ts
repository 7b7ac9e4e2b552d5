import type { Blueprint, BlueprintModule } from './blueprint.ts';

type Flow = readonly BlueprintModule[];

/** Pixels between modules on the canvas, as exports have. */
const STEP = 300;

/** The blueprint with every flow edited, those of routes, branches and error handlers before the one around them. */
export function editFlows(blueprint: Blueprint, edit: (flow: Flow) => Flow): Blueprint {
  return { ...blueprint, flow: editFlow(blueprint.flow, edit) };
}

/** The blueprint with its modules set out on the canvas from left to right, routes below each other. */
export function arrange(blueprint: Blueprint): Blueprint {
  return { ...blueprint, flow: arrangeFlow(blueprint.flow, 0, 0) };
}

function editFlow(flow: Flow, edit: (flow: Flow) => Flow): Flow {
  return edit(flow.map((module) => withFlows(module, (inner) => editFlow(inner, edit))));
}

function arrangeFlow(flow: Flow, left: number, top: number): Flow {
  return flow.map((module, index) => {
    const x = left + index * STEP;
    const designer = { ...module.metadata?.designer, x, y: top };
    const placed = { ...module, metadata: { ...module.metadata, designer } };
    return withFlows(placed, (inner, below) => arrangeFlow(inner, x + STEP, top + below * STEP));
  });
}

function withFlows(module: BlueprintModule, edit: (flow: Flow, place: number) => Flow): BlueprintModule {
  const { routes, branches, onerror } = module;
  return {
    ...module,
    ...(routes && { routes: routes.map((route, index) => ({ ...route, flow: edit(route.flow, index) })) }),
    ...(branches && {
      branches: branches.map((branch, index) => ({ ...branch, flow: edit(branch.flow, index) })),
    }),
    ...(onerror && { onerror: edit(onerror, 1) }),
  };
}
